import type { Database } from '../kit/database'
import { promote } from './promote'
import { waitlistsInUse, withSeatsLeft } from './queries'
import { meetings, waitlists } from './store'

/** Offers of one run for one meeting; the next run goes on. */
const perMeeting = 20

/** Offers of one run in all. */
const perRun = 200

/**
 * Offers free seats to those who wait, in every meeting: makes up for a call that died before it had done so. Two
 * round trips, and those of `promote` where there is a seat. @returns how many were offered
 */
export async function offerFreeSeats(db: Database, now: Date): Promise<number> {
  const inUse = await db.list(waitlists, waitlistsInUse(now.toISOString()))
  if (inUse.length === 0) return 0
  const ids = inUse.map(({ _id }) => _id)
  let offered = 0
  for (const { _id } of await db.list(meetings, withSeatsLeft(ids, now.toISOString())))
    if (offered < perRun) offered += await promote(db, _id, now, perMeeting)
  return offered
}
