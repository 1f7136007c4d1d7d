import type { Handler } from '../kit/handler'
import { limits } from '../contract/limits'
import { stepsFrom } from './codes'
import { signUpsIn } from './queries'
import { isCheckInTime } from './rules'
import { agendas, meetings, signUps } from './store'
import { attendeeView, staffView, topicViews } from './views'

const inForce = ['seated', 'offered', 'attended', 'waiting']

/** The host's screen: who has signed up, who is there, and the QR of this moment with its next steps. Four round trips. */
export const host: Handler<'meetings.host'> = async ({ meetingId }, { me, now, db, fail }) => {
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  const [people, agenda] = await Promise.all([
    db.list(signUps, signUpsIn(meetingId, inForce, limits.meeting.people)),
    db.read(agendas, meetingId),
  ])
  const count = (...states: string[]) => people.filter(({ state }) => states.includes(state)).length
  const showsCode = meeting.state === 'open' && isCheckInTime(meeting, now, false)
  return {
    meeting: staffView(meeting, now),
    topics: topicViews(agenda, null, { memberId: null, isStaff: true }),
    counts: {
      signedUp: count('seated', 'offered', 'attended'),
      waiting: count('waiting'),
      checkedIn: count('attended'),
    },
    people: people.map(attendeeView),
    steps: showsCode ? stepsFrom('host', meetingId, meetingId, now) : null,
    now: now.toISOString(),
  }
}
