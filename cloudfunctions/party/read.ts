import type { NextActivity } from '../contract/home'
import type { z } from 'zod'
import type { Database } from '../kit/database'
import { activitiesAhead, registrationsIn, takingPartIn, takingPartPage } from './queries'
import { isAlive } from './registrationStates'
import {
  activities,
  participations,
  registrationIdOf,
  registrations,
  type ActivityFacts,
  type Participation,
} from './store'

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

/** An activity by its id, without its reservations. The named entry for `exports`; one round trip. */
export const activityOf = (db: Database, activityId: string): Promise<ActivityFacts | null> =>
  db.readSlim(activities, activityId, 'reserved')

/** The next of those who take part in an activity. The named entry for `exports`; one round trip. */
export const takingPart = (
  db: Database,
  activityId: string,
  cursor: string | null,
  limit: number,
): Promise<Array<Omit<Participation, 'timeline'>>> =>
  db.list(participations, takingPartPage(activityId, cursor, limit))

/** How many there are. One round trip. */
export const countTakingPart = (db: Database, activityId: string): Promise<number> =>
  db.count(participations, takingPartIn(activityId, null))
