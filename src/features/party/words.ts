import type { Output } from '@contract/index'
import type { ChipTone } from '@/ui/chip'

/** An activity as a list shows it. */
export type Brief = Output<'party.activities'>['activities'][number]
/** An activity with all that belongs to it. */
export type Activity = Output<'party.activity'>
export type Participation = NonNullable<Activity['participation']>
export type ParticipationState = Participation['state']

interface Said {
  text: string
  tone: ChipTone
}

type Timed = Pick<Brief, 'startsAt' | 'endsAt'>
type Placed = Timed & Pick<Brief, 'state' | 'capacity' | 'placesLeft'>

/** Where I stand in an activity, in a word. */
export const mineWords: Record<ParticipationState, Said> = {
  joined: { text: '已报名', tone: 'accent' },
  left: { text: '已取消报名', tone: 'plain' },
  in: { text: '已签到', tone: 'accent' },
  done: { text: '已完成', tone: 'accent' },
}

/** Whether there is room, in a word; of an activity that goes on or is over, that it is. */
export const placesWords = (activity: Placed, now = Date.now()): Said => {
  if (activity.state === 'called_off') return { text: '已取消', tone: 'bad' }
  if (isOver(activity, now)) return { text: '已结束', tone: 'plain' }
  if (activity.placesLeft === 0) return { text: '名额满了', tone: 'warn' }
  if (activity.placesLeft !== null) return { text: `还有 ${activity.placesLeft} 个名额`, tone: 'accent' }
  return isUnderWay(activity, now) ? { text: '正在进行', tone: 'info' } : { text: '不限名额', tone: 'plain' }
}

export const isOver = ({ endsAt }: Pick<Timed, 'endsAt'>, now = Date.now()): boolean =>
  Date.parse(endsAt) <= now

const isUnderWay = ({ startsAt, endsAt }: Timed, now: number): boolean =>
  Date.parse(startsAt) <= now && now < Date.parse(endsAt)

/** 2 小时 · 1 小时 30 分钟 · 45 分钟 */
export const sayMinutes = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

/** 计 2 小时，得 4 分（规则 2.1）; null until the hours are settled. */
export const settledWords = ({
  minutes,
  points,
  rule,
}: Pick<Participation, 'minutes' | 'points' | 'rule'>): string | null => {
  if (minutes === null || points === null) return null
  return `计 ${sayMinutes(minutes)}，得 ${points} 分${rule ? `（规则 ${rule.id}）` : ''}`
}

/** Why the hours are not simply the time between the two scans; null when they are. */
export const settledWhy = ({ settledBy, reason }: Pick<Participation, 'settledBy' | 'reason'>) => {
  if (settledBy === 'correct') return `工作人员改过：${reason}`
  return settledBy === 'closeOut' ? '没有扫签退码，按最少的时长算' : null
}
