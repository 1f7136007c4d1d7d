import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { sayClock, sayWhen } from '@/services/format'
import { Chip } from '@/ui/chip'
import { DayLeaf } from '@/ui/day-leaf'
import { Tappable } from '@/ui/tappable'
import { isOver, mineWords, placesWords, type Brief } from '../words'

type Row = Omit<Brief, 'near' | 'mine'> & Partial<Pick<Brief, 'near' | 'mine'>>

interface Props {
  activity: Row
  /** Instead of the places and one's own state. */
  chips?: ReactNode
  /** Something to do at once. */
  act?: ReactNode
  onTap: () => void
}

/** An activity in a list: its day, what it is, how one stands to it, and what can be done from here. */
export const ActivityRow = ({ activity, chips, act, onTap }: Props) => {
  const { title, venue, startsAt, endsAt, state, onPartyDay, near } = activity
  const mine = activity.mine && activity.mine !== 'left' ? mineWords[activity.mine] : null
  const said = state === 'open' && mine ? mine : placesWords(activity)
  const label = [near ? '就在你小区' : '', title, sayWhen(activity), venue, said.text]
  return (
    <View className="activity-row">
      <Tappable className="activity-words" label={label.filter(Boolean).join('，')} onTap={onTap}>
        <DayLeaf
          instant={startsAt}
          faded={isOver(activity) || state === 'called_off'}
          tone={onPartyDay ? 'party' : 'accent'}
        />
        <View className="grow t-break">
          <View className="t-head">{title}</View>
          <View className="t-note">
            {sayClock(startsAt)}–{sayClock(endsAt)} · {venue}
          </View>
          <View className="row-wrap mt-1">
            {near && <Chip text="就在你小区" tone="party" />}
            {chips ?? <Chip {...said} />}
          </View>
        </View>
      </Tappable>
      {act}
    </View>
  )
}
