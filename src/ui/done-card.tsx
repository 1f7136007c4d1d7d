import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Card } from './card'
import { Icon } from './icon'
import './done-card.css'

type Props = PropsWithChildren<{
  /** e.g. 已签到 */
  words: string
  title: string
  note: string
}>

/** It worked: large and plain, to be shown to whoever stands at the door. The children are buttons. */
export const DoneCard = ({ words, title, note, children }: Props) => (
  <Card>
    <View className="done">
      <View className="done-mark">
        <Icon name="circle-check" size="l" />
      </View>
      <View className="done-words">{words}</View>
      <View className="t-head mt-2 t-break">{title}</View>
      <View className="t-note mt-1 t-break">{note}</View>
    </View>
    <View className="row">{children}</View>
  </Card>
)
