import { isCheckInTime } from './rules'
import type { MeetingFacts } from './store'

/** Why staff cannot check anybody in; null when they can. By hand it is possible for a day after the end. */
export function whyNotHost(meeting: MeetingFacts, now: Date): 'CALLED_OFF' | 'NOT_CHECK_IN_TIME' | null {
  if (meeting.state === 'called_off') return 'CALLED_OFF'
  return isCheckInTime(meeting, now, true) ? null : 'NOT_CHECK_IN_TIME'
}
