import { View } from '@tarojs/components'
import { sayClock } from '@/services/format'
import { Tappable } from '@/ui/tappable'
import { sayMinutes, settledWhy } from '../words'
import { handActOf, handWords } from './hand-acts'
import type { Person, StaffActivity } from './staff-types'

interface Props {
  person: Person
  activity: StaffActivity
  onTap: () => void
}

/** Somebody on the list; a tap offers what can be done. */
export const PersonRow = ({ person, activity, onTap }: Props) => {
  const { name, place } = person
  const act = handActOf(person, activity)
  const why = settledWhy(person)
  const inside = (
    <>
      <View className="grow t-break">
        <View>{name}</View>
        <View className="t-note">{[place, standOf(person)].filter(Boolean).join(' · ')}</View>
        {why && <View className="t-note">{why}</View>}
      </View>
      {act && <View className={`person-act person-act-${act}`}>{handWords[act].text}</View>}
    </>
  )
  if (!act) return <View className="person-row">{inside}</View>
  return (
    <Tappable className="person-row" label={`${handWords[act].text} ${name} ${place}`} onTap={onTap}>
      {inside}
    </Tappable>
  )
}

/** 09:02 签到 · 09:02–11:05，2 小时，4 分 */
const standOf = ({ checkedInAt, checkedOutAt, minutes, points }: Person): string => {
  const from = checkedInAt && sayClock(checkedInAt)
  const times = from && checkedOutAt ? `${from}–${sayClock(checkedOutAt)}` : from && `${from} 签到`
  const counted = minutes === null ? null : `${sayMinutes(minutes)}，${points ?? 0} 分`
  return [times, counted].filter(Boolean).join('，')
}
