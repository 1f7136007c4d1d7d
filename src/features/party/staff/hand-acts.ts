import { limits } from '@contract/limits'
import type { Person, StaffActivity } from './staff-types'

const { checkInFromMinutes, correctionDays, maxMinutes } = limits.party

/** What staff can do with somebody on the list. */
export type HandAct = 'attend' | 'correct'

/** How it is called, and the reasons that are usual; the first is proposed. */
export const handWords: Record<HandAct, { text: string; done: string; reasons: readonly string[] }> = {
  attend: { text: '签到', done: '已签到', reasons: ['手机没带', '扫不上码', '手机没电'] },
  correct: { text: '改时长', done: '时长已改好', reasons: ['忘了签退', '中途离开', '没签上到'] },
}

type Timed = Pick<StaffActivity, 'state' | 'startsAt' | 'endsAt'>

/** What can be done with one of them now. The server decides. */
export const handActOf = (
  { state }: Pick<Person, 'state'>,
  activity: Timed,
  now = Date.now(),
): HandAct | null => {
  if (state === 'left' || (state === 'joined' && activity.state === 'called_off')) return null
  if (state === 'joined' && isAttendTime(activity, now)) return 'attend'
  const begun = now >= Date.parse(activity.startsAt)
  const open = now < Date.parse(activity.endsAt) + correctionDays * 86_400_000
  return begun && open ? 'correct' : null
}

/** As people check in themselves: from an hour before the start until the end. */
const isAttendTime = ({ startsAt, endsAt }: Timed, now: number): boolean =>
  now >= Date.parse(startsAt) - checkInFromMinutes * 60_000 && now < Date.parse(endsAt)

/**
 * Minutes to begin a correction with: those that count, else those from the check-in, and from the start at the
 * earliest (docs/decisions/0072), until the end or now.
 */
export const proposedMinutes = (
  { minutes, checkedInAt }: Pick<Person, 'minutes' | 'checkedInAt'>,
  { startsAt, endsAt }: Timed,
  now = Date.now(),
): number => {
  if (minutes !== null) return minutes
  if (checkedInAt === null) return 0
  const from = Math.max(Date.parse(checkedInAt), Date.parse(startsAt))
  const passed = Math.floor((Math.min(now, Date.parse(endsAt)) - from) / 60_000)
  return Math.min(maxMinutes, Math.max(0, passed))
}

/** Which of the two codes a screen begins with: the one that people come for at that time; null outside of both. */
export const codeToShow = (
  { inSteps, outSteps }: { inSteps: unknown; outSteps: unknown },
  { startsAt, endsAt }: Pick<StaffActivity, 'startsAt' | 'endsAt'>,
  now = Date.now(),
): 'in' | 'out' | null => {
  if (!inSteps && !outSteps) return null
  if (!inSteps) return 'out'
  const half = (Date.parse(startsAt) + Date.parse(endsAt)) / 2
  return outSteps && now >= half ? 'out' : 'in'
}
