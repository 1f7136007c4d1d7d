import { limits } from '@contract/limits'
import type { StaffMeeting } from './meeting-draft'
import type { Attendee } from './host-types'

/** What staff can do with somebody on the list. */
export type HandAct = 'attend' | 'undo' | 'free'

/** How it is called, and the reasons that are usual; the first is proposed. */
export const handWords: Record<HandAct, { text: string; done: string; reasons: readonly string[] }> = {
  attend: { text: '签到', done: '已签到', reasons: ['手机没带', '扫不上码', '家人代办'] },
  undo: { text: '撤销签到', done: '已撤销签到', reasons: ['点错了', '认错人了'] },
  free: { text: '让出座位', done: '座位已让出', reasons: ['开会后没来', '本人说不来了'] },
}

/** What can be done with one of them now, the most usual first. The server decides. */
export const handActs = (
  person: Pick<Attendee, 'state'>,
  meeting: Pick<StaffMeeting, 'state' | 'startsAt' | 'endsAt'>,
  now = Date.now(),
): HandAct[] => {
  if (meeting.state === 'called_off') return []
  const attend: HandAct[] = isHandTime(meeting, now) ? ['attend'] : []
  if (person.state === 'attended') return ['undo']
  if (person.state === 'waiting') return attend
  return person.state === 'seated' || person.state === 'offered' ? [...attend, 'free'] : []
}

/** From an hour before the start until a day after the end. */
export const isHandTime = (
  { startsAt, endsAt }: Pick<StaffMeeting, 'startsAt' | 'endsAt'>,
  now = Date.now(),
): boolean =>
  now >= Date.parse(startsAt) - limits.meeting.checkInFromMinutes * 60_000 &&
  now < Date.parse(endsAt) + limits.meeting.correctionMinutes * 60_000
