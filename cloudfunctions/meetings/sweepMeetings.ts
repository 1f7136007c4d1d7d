import type { Output } from '../contract'
import type { Database } from '../kit/database'
import { giveBack, type PlaceKind } from './places'
import { notLongOver, signUpsById, waitlistsInUse } from './queries'
import { standsOn } from './states'
import { meetings, signUps, waitlists, type SignUp, type Waitlist } from './store'

/** Meetings of one run, the next to end first. */
const batch = 400

const dayMs = 86_400_000

type Holder = Pick<Waitlist, '_id' | 'reserved'>

/**
 * Compares reservations older than `before` with sign-ups: what none claims is given back. Three round trips, and
 * one for each meeting and waitlist with reservations of that age.
 */
export async function sweepMeetings(
  db: Database,
  before: Date,
  now: Date,
): Promise<Output<'jobs.sweepSeats'>> {
  const since = new Date(now.getTime() - dayMs).toISOString()
  const looked = await db.list(meetings, notLongOver(since, batch))
  const lists = await db.list(waitlists, waitlistsInUse(now.toISOString()))
  let [seats, places] = [0, 0]
  for (const meeting of looked) seats += await sweep(db, 'seat', meeting, before)
  for (const waitlist of lists) places += await sweep(db, 'waitlist', waitlist, before)
  return { meetingsLooked: looked.length, seats, places }
}

async function sweep(
  db: Database,
  kind: PlaceKind,
  { _id, reserved }: Holder,
  before: Date,
): Promise<number> {
  const aged = Object.entries(reserved).filter(([, { at }]) => at < before.toISOString())
  const claims = await claimsOf(
    db,
    aged.map(([id]) => id),
  )
  let given = 0
  for (const [id, { at }] of aged) {
    const claim = claims.get(id)
    if (!claim || !standsOn(claim, kind, _id)) given += Number(await giveBack(db, kind, _id, id, at))
  }
  return given
}

async function claimsOf(db: Database, ids: readonly string[]): Promise<Map<string, SignUp>> {
  const found = ids.length > 0 ? await db.list(signUps, signUpsById(ids)) : []
  return new Map(found.map((signUp) => [signUp._id, signUp]))
}
