import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sayClock } from '@/services/format'
import { Card } from '@/ui/card'
import { isOver, sayMinutes, settledWhy, settledWords, type Activity, type Participation } from '../words'

/** How I stand to it and what happens next; nothing before I have joined. */
export const MineCard = ({ activity }: { activity: Activity }) => {
  const { participation, state } = activity
  if (!participation || participation.state === 'left') return null
  if (state === 'called_off' && participation.state === 'joined') return null
  if (participation.state === 'done') return <Done participation={participation} />
  return (
    <Card tone="accent">
      <View className="t-head">{titleOf(participation)}</View>
      <View className="mt-1">{nextOf(activity, participation)}</View>
    </Card>
  )
}

const titleOf = ({ state, checkedInAt }: Participation): string =>
  state === 'in' && checkedInAt ? `已签到 ${sayClock(checkedInAt)}` : '已报名'

const nextOf = (activity: Activity, { state }: Participation): string => {
  if (state === 'in') return '结束时扫现场的签退码，时长和积分当场记好。忘了签退，只按最少的时长算。'
  if (activity.may.includes('checkIn')) return '到了现场，扫屏幕上的签到码。手机不方便，请工作人员登记。'
  return isOver(activity)
    ? '这次没有签到，不记时长。'
    : `到时候来就行，开始前 ${sayMinutes(limits.party.checkInFromMinutes)}起签到。来不了请早点取消，把名额让给别人。`
}

/** It is settled: from when to when, how long, how many points and by which rule. */
const Done = ({ participation }: { participation: Participation }) => {
  const { checkedInAt, checkedOutAt, rule } = participation
  const times = [
    checkedInAt && `${sayClock(checkedInAt)} 签到`,
    checkedOutAt && `${sayClock(checkedOutAt)} 签退`,
  ].filter(Boolean)
  const why = settledWhy(participation)
  return (
    <Card tone="accent">
      <View className="t-head t-break">{settledWords(participation) ?? '已完成'}</View>
      {times.length > 0 && <View className="mt-1">{times.join('，')}</View>}
      {why && <View className="mt-1 t-break">{why}</View>}
      {rule && (
        <View className="mt-1 t-break">
          规则 {rule.id} 第 {rule.version} 版：{rule.words}
        </View>
      )}
    </Card>
  )
}
