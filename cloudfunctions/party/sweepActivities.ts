import type { Output } from '../contract'
import type { Database } from '../kit/database'
import { holdsPlace } from './participationStates'
import { byIds, notLongOver } from './queries'
import { activities, participations, type Activity } from './store'

/** Activities of one run, the next to end first. */
const batch = 400

const dayMs = 86_400_000

/**
 * Compares reservations older than `before` with participations: what none claims is given back. Two round trips,
 * and one for each activity with reservations of that age.
 */
export async function sweepActivities(
  db: Database,
  before: Date,
  now: Date,
): Promise<Output<'jobs.sweepPlaces'>> {
  const looked = await db.list(activities, notLongOver(new Date(now.getTime() - dayMs).toISOString(), batch))
  let places = 0
  for (const activity of looked) places += await sweep(db, activity, before.toISOString())
  return { activitiesLooked: looked.length, places }
}

async function sweep(db: Database, { _id, reserved }: Activity, before: string): Promise<number> {
  const aged = Object.entries(reserved).filter(([, { at }]) => at < before)
  if (aged.length === 0) return 0
  const claims = await db.list(participations, byIds(aged.map(([id]) => id)))
  const standing = new Set(claims.filter(({ state }) => holdsPlace(state)).map((claim) => claim._id))
  let given = 0
  for (const [id, held] of aged)
    if (!standing.has(id)) given += Number(await db.giveBack(activities, _id, id, held))
  return given
}
