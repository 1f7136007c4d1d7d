import { isOver, type Activity, type Brief } from './words'

/** The one thing that can be done on an activity's page. */
export interface MainAct {
  kind: 'join' | 'checkIn' | 'checkOut'
  text: string
}

export interface Acts {
  main: MainAct | null
  /** Why there is nothing to do, short enough for a button; null when there is, or when the page says it anyway. */
  why: string | null
  mayLeave: boolean
}

/** What can be done with an activity now. The server decides (`may`); this puts it in words. */
export const actsOf = (activity: Activity, now = Date.now()): Acts => {
  const main = mainOf(activity)
  const mayLeave = activity.may.includes('leave')
  return { main, mayLeave, why: main || mayLeave ? null : whyNot(activity, now) }
}

/** Whether a list offers to join. */
export const canJoin = ({ state, mine, placesLeft, endsAt }: Brief, now = Date.now()): boolean =>
  state === 'open' && (mine === null || mine === 'left') && placesLeft !== 0 && !isOver({ endsAt }, now)

/** Whoever is there scans, whether he or she has joined or not: that comes before joining. */
const mainOf = ({ may }: Activity): MainAct | null => {
  if (may.includes('checkOut')) return { kind: 'checkOut', text: '签退' }
  if (may.includes('checkIn')) return { kind: 'checkIn', text: '签到' }
  return may.includes('join') ? { kind: 'join', text: '报名' } : null
}

const whyNot = (activity: Activity, now: number): string | null => {
  const said = activity.state === 'called_off' || isOver(activity, now) || activity.mine === 'done'
  return !said && activity.placesLeft === 0 ? '名额满了' : null
}
