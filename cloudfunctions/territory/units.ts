import type { Handler } from '../kit/handler'
import { unitsOf } from './queries'
import { inPlaceOrder } from './rules'
import { territoryNodes } from './store'

/** Three round trips. */
export const units: Handler<'territory.units'> = async ({ communityId, buildingId }, { db, fail }) => {
  const [building, found] = await Promise.all([
    db.read(territoryNodes, buildingId),
    db.list(territoryNodes, unitsOf(buildingId)),
  ])
  const isOwn = building?.communityId === communityId && building.state === 'in_force'
  if (!isOwn || building.kind !== 'building') return fail('NOT_FOUND')
  return { units: found.sort(inPlaceOrder).map(({ _id, name, key }) => ({ id: _id, name, key })) }
}
