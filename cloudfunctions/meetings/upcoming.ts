import type { Handler } from '../kit/handler'
import { over, toCome } from './queries'
import { statesOf } from './read'
import { meetings } from './store'
import { briefView } from './views'

/** Meetings of a community with the caller's own state. Three round trips, two without a log-in. */
export const upcoming: Handler<'meetings.upcoming'> = async (
  { communityId, past = false },
  { me, now, db },
) => {
  const at = now.toISOString()
  const found = await db.list(meetings, past ? over(communityId, at) : toCome(communityId, at))
  const states = me ? await statesOf(db, me.memberId, found) : null
  return { meetings: found.map((meeting) => briefView(meeting, now, states?.get(meeting._id) ?? null)) }
}
