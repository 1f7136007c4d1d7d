import { householdsAfter } from '../community/queries'
import { households } from '../community/roster'
import { buildingKey } from '../community/rules'
import type { Collection, Stored } from '../kit/collection'
import type { Database, Query } from '../kit/database'
import type { Handler } from '../kit/handler'
import { readingsAfter } from './queries'
import { noticeReadings, notices, type Notice } from './store'

/** Documents that one query counts, and such queries of one kind in one call: 文登's communities have 3,000 households. */
const [page, pages] = [1_000, 8]

/**
 * Counts on demand: a counter in the notice would be written by everybody at once when a notice is new. Two round
 * trips and one for each thousand readings and households.
 */
export const reach: Handler<'notices.reach'> = async ({ noticeId }, { me, db, fail }) => {
  const notice = await db.read(notices, noticeId)
  if (!notice || !me.covers(notice.communityId)) return fail('NOT_FOUND')
  const readings = await allOf(db, noticeReadings, (cursor) => readingsAfter(noticeId, cursor, page))
  const homes = notice.audience.kind === 'staff' ? null : await householdsFor(db, notice)
  const readAt = new Set(readings.found.map(({ householdId }) => householdId))
  readAt.delete(null)
  return {
    readers: readings.found.length,
    confirmed: readings.found.filter(({ confirmedAt }) => confirmedAt).length,
    households: homes && {
      read: homes.found.filter(({ _id }) => readAt.has(_id)).length,
      all: homes.found.length,
    },
    more: readings.more || (homes?.more ?? false),
  }
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
