import { limits } from '@contract/limits'
import { sayMoment } from '@/services/format'
import { isOver, type Meeting } from './words'

/** The one thing that can be done on a meeting's page. */
export interface MainAct {
  kind: 'signUp' | 'accept' | 'showCode' | 'signIn'
  text: string
}

export interface Acts {
  main: MainAct | null
  /** Why there is nothing to do, short enough for a button; null when there is, or when the page says it anyway. */
  why: string | null
  /** Gives up a seat or a place on the waitlist; null when there is none. */
  cancel: string | null
}

/** Who looks: nobody signed in, a resident of some community, or somebody who is none. */
export type Viewer = 'guest' | 'resident' | 'other'

/** What can be done with a meeting now. The server decides (`may`); this puts it in words. */
export const actsOf = (meeting: Meeting, viewer: Viewer, now = Date.now()): Acts => {
  const cancel = cancelOf(meeting)
  const main = mainOf(meeting, viewer, now)
  return { main, cancel, why: main || cancel ? null : whyNot(meeting, viewer, now) }
}

const mainOf = (meeting: Meeting, viewer: Viewer, now: number): MainAct | null => {
  const { may, gate } = meeting
  if (may.includes('accept')) return { kind: 'accept', text: '我要参加' }
  if (may.includes('signUp')) return { kind: 'signUp', text: gate === 'waitlist' ? '排队候补' : '报名' }
  if (may.includes('showCode') && isDoorOpen(meeting, now)) return { kind: 'showCode', text: '出示签到码' }
  const open = (gate === 'seat' || gate === 'waitlist') && !isOver(meeting, now)
  return viewer === 'guest' && open ? { kind: 'signIn', text: '登录后报名' } : null
}

/** Whether people check in now: from an hour before the start until the end. */
export const isDoorOpen = (
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
  now = Date.now(),
): boolean =>
  now >= Date.parse(startsAt) - limits.meeting.checkInFromMinutes * 60_000 && now < Date.parse(endsAt)

const cancelOf = ({ may, signUp }: Meeting): string | null => {
  if (!may.includes('cancel')) return null
  if (signUp?.state === 'waiting') return '不等了'
  return signUp?.state === 'offered' ? '不去了' : '取消报名'
}

const whyNot = (meeting: Meeting, viewer: Viewer, now: number): string | null => {
  const settled =
    meeting.state === 'called_off' || isOver(meeting, now) || meeting.signUp?.state === 'attended'
  if (settled) return null
  if (meeting.gate === 'not_yet') return `${sayMoment(meeting.signUpFrom, now)} 开始报名`
  if (meeting.gate === 'closed') return '报名已经结束'
  if (meeting.gate === 'full') return '座位和候补都满了'
  return viewer === 'other' ? '登记为住户后可以报名' : '这场会不面向你住的地方'
}
