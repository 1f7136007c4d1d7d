import { households, type Household } from '../community/roster'
import { bounds } from '../contract/residency-bounds'
import { reach, type Duty } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { boundByHousehold } from './bound'
import { doorsOf, doorsOfUnits } from './queries'
import { inOrder } from './rules'

/** My units, in order, with how far they have come. One round trip for each of my duties, and one more. */
export const myUnits: Handler<'residency.myUnits'> = async ({ communityId }, { me, db }) => {
  const within = me.duties.filter((duty) => reach([duty], communityId)).map((duty) => duty.within)
  const doors = (
    await Promise.all(within.map((one) => db.list(households, doorsIn(communityId, one))))
  ).flat()
  const byUnit = new Map<string, Household[]>()
  for (const door of doors) {
    const key = `${door.building}-${door.unit}`
    byUnit.set(key, [...(byUnit.get(key) ?? []), door])
  }
  const bound = await boundByHousehold(db, [...new Set(doors.map(({ _id }) => _id))].slice(0, 1000))
  const units = [...byUnit.values()].map((there) => ({
    building: there[0]?.building ?? '',
    unit: there[0]?.unit ?? '',
    households: new Set(there.map(({ _id }) => _id)).size,
    boundHouseholds: new Set(there.map(({ _id }) => _id).filter((id) => bound.has(id))).size,
  }))
  units.sort((one, other) => inOrder(one.building, other.building) || inOrder(one.unit, other.unit))
  return { units: units.slice(0, bounds.unitsOfLeader) }
}

/** The duty is part of the query: one without a building, which a building leader's never is, finds nothing. */
const doorsIn = (communityId: string, within: Duty['within']) =>
  within?.units
    ? doorsOfUnits(communityId, within.building, within.units)
    : doorsOf(communityId, within?.building ?? '')
