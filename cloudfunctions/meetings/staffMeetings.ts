import type { Handler } from '../kit/handler'
import { over, toCome } from './queries'
import { meetings } from './store'
import { staffView } from './views'

/** Meetings of a community for those who run them. Two round trips. */
export const staffMeetings: Handler<'meetings.staffMeetings'> = async (
  { communityId, past = false },
  { now, db },
) => {
  const at = now.toISOString()
  const found = await db.list(meetings, past ? over(communityId, at) : toCome(communityId, at))
  return { meetings: found.map((meeting) => staffView(meeting, now)) }
}
