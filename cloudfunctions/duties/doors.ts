import { households } from '../community/roster'
import { buildingKey } from '../community/rules'
import { limits } from '../contract/limits'
import type { Duty } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { doorsOf } from '../residency/queries'
import { inOrder } from '../residency/rules'
import { knownCompounds } from '../territory/read'
import { handOf, mayGive } from './policy'

/** What somebody can be made building leader of. Two round trips, three with a building. */
export const doors: Handler<'duties.doors'> = async ({ placeId, building }, { me, db, fail }) => {
  if (!mayGive(handOf(me), { role: 'building_leader', placeId })) return fail('NOT_FOUND')
  const [compounds, units] = await Promise.all([
    knownCompounds(db, placeId),
    building === null ? [] : unitsOf(db, placeId, building),
  ])
  return {
    compounds: compounds
      .map(({ name, buildings }) => ({ name, buildings: buildings.map(named).filter(isOfRoster) }))
      .filter(({ buildings }) => buildings.length > 0),
    units: units.slice(0, limits.duty.unitsShown),
  }
}

/** Whether the roster has the building, with all units that are named. One round trip. */
export async function areOnRoster(
  db: Database,
  communityId: string,
  { building, units }: NonNullable<Duty['within']>,
): Promise<boolean> {
  const known = await unitsOf(db, communityId, building)
  return known.length > 0 && (units ?? []).every((unit) => known.includes(unit))
}

/** The units of a building that have doors on the roster, in order. */
async function unitsOf(db: Database, communityId: string, building: string): Promise<string[]> {
  const found = await db.list(households, doorsOf(communityId, building))
  return [...new Set(found.map(({ unit }) => unit))].sort(inOrder)
}

const named = (name: string) => ({ name, building: buildingKey(name) })

/** What has no such short name is a building that a roster cannot have. */
const isOfRoster = ({ building }: { building: string }): boolean => /^[A-Z0-9]{1,6}$/.test(building)
