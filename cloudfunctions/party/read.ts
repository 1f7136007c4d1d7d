import type { NextActivity } from '../contract/home'
import type { z } from 'zod'
import type { Database } from '../kit/database'
import { activitiesAhead, registrationsIn } from './queries'
import { isAlive } from './registrationStates'
import { activities, registrationIdOf, registrations } from './store'

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

/** Whether somebody has applied to or is registered with a community. The named entry for `residency`; one round trip. */
export async function hasRegistration(db: Database, memberId: string, communityId: string): Promise<boolean> {
  const found = await db.read(registrations, registrationIdOf(communityId, memberId))
  return found !== null && isAlive(found.state)
}
