import type { Handler } from '../kit/handler'
import { tracedAs } from '../safety/queries'
import { take } from '../safety/recheck'
import { checks } from '../safety/store'

/**
 * WeChat's answer about a photo, as its message push brings it; again, too late, or after staff decided it changes
 * nothing. WeChat's word alone counts: the trace id is known to it and to us. Ten round trips at most.
 */
export const photoChecked: Handler<'jobs.photoChecked'> = async ({ traceId, verdict }, { db, now }) => {
  const [check] = await db.list(checks, tracedAs(traceId))
  if (!check) return { known: false }
  await take(db, check, verdict, now)
  return { known: true }
}
