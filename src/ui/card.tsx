import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import './card.css'

type Props = PropsWithChildren<{
  title?: string
  /** Right of the title: a small button or a note. */
  aside?: ReactNode
  tone?: 'paper' | 'accent' | 'warn' | 'bad' | 'info' | 'party'
}>

/** A sheet of paper on the ground: things that belong together. */
export const Card = ({ title, aside, tone = 'paper', children }: Props) => (
  <View className={`card card-${tone}`}>
    {title && (
      <View className="card-head">
        <View className="t-head">{title}</View>
        {aside}
      </View>
    )}
    {children}
  </View>
)
