import type { NextActivity } from '../contract/home'
import type { z } from 'zod'
import type { Database } from '../kit/database'
import { activitiesAhead, registrationsIn } from './queries'
import { activities, registrations } from './store'

/** Activities of a community that have not begun, soonest first. The named entry for `home`; one round trip. */
export async function nextActivities(
  db: Database,
  communityId: string,
  now: Date,
  count: number,
): Promise<z.infer<typeof NextActivity>[]> {
  const found = await db.list(activities, activitiesAhead(communityId, now.toISOString(), count))
  return found.map(({ _id, title, startsAt, venue }) => ({ id: _id, title, startsAt, venue }))
}

/** How many applications wait to be verified. The named entry for `home`; one round trip. */
export const waitingCount = async (db: Database, communityId: string): Promise<number> =>
  (await db.list(registrations, registrationsIn(communityId, 'applied'))).length
