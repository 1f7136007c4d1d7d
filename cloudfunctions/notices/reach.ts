import { householdsAfter } from '../community/queries'
import { countHouseholdsUnder } from '../community/read'
import { households } from '../community/roster'
import { buildingKey } from '../community/rules'
import type { Collection, Stored } from '../kit/collection'
import type { Database, Query } from '../kit/database'
import type { Handler } from '../kit/handler'
import { manages } from './manages'
import { readingsAfter } from './queries'
import { isOfStreet } from './rules'
import { noticeReadings, notices, type Notice } from './store'

/** Documents that one query counts, and such queries of one kind in one call: 文登's communities have 3,000 households. */
const [page, pages] = [1_000, 8]

/**
 * Counts on demand: a counter in the notice would be written by everybody at once when a notice is new. Two round
 * trips and one for each thousand readings and households.
 */
export const reach: Handler<'notices.reach'> = async ({ noticeId }, { me, db, fail }) => {
  const notice = await db.read(notices, noticeId)
  if (!notice || !manages(me, notice.communityId)) return fail('NOT_FOUND')
  const readings = await allOf(db, noticeReadings, (cursor) => readingsAfter(noticeId, cursor, page))
  const readAt = new Set(readings.found.flatMap(({ householdId }) => householdId ?? []))
  const homes = await homesOf(db, notice, readAt)
  return {
    readers: readings.found.length,
    confirmed: readings.found.filter(({ confirmedAt }) => confirmedAt).length,
    households: homes && { read: homes.read, all: homes.all },
    more: readings.more || (homes?.more ?? false),
  }
}

/** Households that a notice is for, and of these the ones where it was read; null for staff's own. */
async function homesOf(db: Database, notice: Notice, readAt: ReadonlySet<string>) {
  if (notice.audience.kind === 'staff') return null
  // A street has thirty thousand: they are counted where they lie, and a reading says itself that it is from there.
  if (isOfStreet(notice.communityId)) {
    const all = await countHouseholdsUnder(db, notice.communityId)
    return { read: Math.min(readAt.size, all), all, more: false }
  }
  const { found, more } = await householdsFor(db, notice)
  return { read: found.filter(({ _id }) => readAt.has(_id)).length, all: found.length, more }
}

/** Those of the roster whom a notice is for. */
async function householdsFor(db: Database, { communityId, audience }: Notice) {
  const { found, more } = await allOf(db, households, (cursor) => householdsAfter(communityId, cursor, page))
  if (audience.kind !== 'buildings') return { found, more }
  const meant = new Set(audience.buildings.map(buildingKey))
  return { found: found.filter(({ building }) => meant.has(buildingKey(building))), more }
}

async function allOf<D extends Stored>(
  db: Database,
  from: Collection<D>,
  query: (cursor: string) => Query,
): Promise<{ found: D[]; more: boolean }> {
  const found: D[] = []
  for (let count = 0; count < pages; count += 1) {
    const some = await db.list(from, query(found.at(-1)?._id ?? ''))
    found.push(...some)
    if (some.length < page) return { found, more: false }
  }
  return { found, more: true }
}
