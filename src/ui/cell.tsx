import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tappable } from './tappable'
import './cell.css'

interface Props {
  title: ReactNode
  note?: ReactNode
  icon?: IconName
  /** Before the words, instead of an icon: a photo, a chip. */
  lead?: ReactNode
  /** After the words: a number, a chip, a switch. */
  tail?: ReactNode
  /** What a screen reader says; needed where the title is not plain text. */
  label?: string
  /** Makes the whole row tappable and draws the chevron. */
  onTap?: () => void
}

/** One row of a list. */
export const Cell = ({ title, note, icon, lead, tail, label, onTap }: Props) => {
  const inside = (
    <>
      {icon && (
        <View className="cell-icon">
          <Icon name={icon} />
        </View>
      )}
      {lead}
      <View className="grow t-break">
        <View>{title}</View>
        {note && <View className="t-note">{note}</View>}
      </View>
      {tail}
      {onTap && (
        <View className="cell-chevron">
          <Icon name="chevron-right" size="s" />
        </View>
      )}
    </>
  )
  if (!onTap) return <View className="cell">{inside}</View>
  const spoken = label ?? [title, note].filter((part) => typeof part === 'string').join(' ')
  return (
    <Tappable className="cell" label={spoken} onTap={onTap}>
      {inside}
    </Tappable>
  )
}

/** Rows with lines between them. */
export const List = ({ children }: PropsWithChildren) => <View className="list">{children}</View>
