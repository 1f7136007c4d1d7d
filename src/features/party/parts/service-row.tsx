import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayClock, sayDay, sayWeekday, signed } from '@/services/format'
import { mineWords, sayMinutes, settledWhy, type Participation } from '../words'

export type Service = Output<'party.record'>['rows'][number]

/** One service: what, when, how long, for how many points, and by which rule. */
export const ServiceRow = ({ service: { title, venue, startsAt, participation } }: { service: Service }) => {
  const { points, rule } = participation
  const why = settledWhy(participation)
  return (
    <View className="service-row">
      <View className="service-head">
        <View className="grow t-strong t-break">{title}</View>
        {points !== null && <View className="num service-points">{signed(points)} 分</View>}
      </View>
      <View className="t-note t-break">
        {sayDay(startsAt)} {sayWeekday(startsAt)} · {venue}
      </View>
      <View className="t-note">{lengthOf(participation)}</View>
      {rule && (
        <View className="t-note t-break">
          规则 {rule.id}：{rule.words}
        </View>
      )}
      {why && <View className="service-why t-break">{why}</View>}
    </View>
  )
}

/** 09:02–11:05 · 计 2 小时; before it is settled how it stands. */
const lengthOf = ({ state, checkedInAt, checkedOutAt, minutes }: Participation): string => {
  const from = checkedInAt && sayClock(checkedInAt)
  const until = checkedOutAt && sayClock(checkedOutAt)
  const times = from && until ? `${from}–${until}` : from && `${from} 签到`
  const counted = minutes === null ? mineWords[state].text : `计 ${sayMinutes(minutes)}`
  return state === 'in' ? `${times ?? '已签到'}，还没签退` : [times, counted].filter(Boolean).join(' · ')
}
