import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { sayClock } from '@/services/format'
import { Chip } from '@/ui/chip'
import { DayLeaf } from '@/ui/day-leaf'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'
import { isOver, mineWords, sayWhen, seatWords, type Brief } from '../words'

type Row = Omit<Brief, 'mine'> & Partial<Pick<Brief, 'mine'>>

interface Props {
  meeting: Row
  /** Instead of the seats and one's own state. */
  chips?: ReactNode
  onTap: () => void
}

/** A meeting in a list: its day as on a calendar, what it is, and how one stands to it. */
export const MeetingRow = ({ meeting, chips, onTap }: Props) => {
  const { title, venue, startsAt, endsAt } = meeting
  // Of one that is over only this counts: whether one was there.
  const isPast = isOver(meeting) && meeting.mine !== 'attended'
  const mine = meeting.mine && !isPast ? mineWords[meeting.mine] : null
  const seats = seatWords({ ...meeting, mine: null })
  const label = [title, sayWhen(meeting), venue, mine?.text ?? seats.text].join('，')
  return (
    <Tappable className="meeting-row" label={label} onTap={onTap}>
      <DayLeaf instant={startsAt} faded={isOver(meeting) || meeting.state === 'called_off'} />
      <View className="grow t-break">
        <View className="t-head">{title}</View>
        <View className="t-note">
          {sayClock(startsAt)}–{sayClock(endsAt)} · {venue}
        </View>
        <View className="row-wrap mt-1">
          {chips ?? <Chip {...(meeting.state === 'open' && mine ? mine : seats)} />}
        </View>
      </View>
      <View className="cell-chevron">
        <Icon name="chevron-right" size="s" />
      </View>
    </Tappable>
  )
}
