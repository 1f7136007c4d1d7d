import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { Chip } from './chip'
import { noticeWords, type NoticeBrief } from './notice-words'
import { Tappable } from './tappable'
import './notice-row.css'

interface Props {
  notice: NoticeBrief
  /** Under the title: when, how it stands. */
  note?: ReactNode
  /** Said by weight and, in the note, by a word. */
  unread?: boolean
}

/** A notice in a list: its kind in a word, its title. A tap opens it. */
export const NoticeRow = ({ notice: { id, kind, title }, note, unread }: Props) => (
  <Tappable
    className="notice-row"
    label={`${noticeWords[kind].text}，${title}${unread ? '，未读' : ''}`}
    onTap={() => open('notice', { id })}
  >
    <Chip {...noticeWords[kind]} />
    <View className="grow">
      <View className={`t-break ${unread ? 't-strong' : ''}`}>{title}</View>
      {note && <View className="t-note">{note}</View>}
    </View>
  </Tappable>
)
