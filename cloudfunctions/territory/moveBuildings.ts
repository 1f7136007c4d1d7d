import type { Handler } from '../kit/handler'
import { change } from './change'
import { gridNamed, movedTogether } from './move'

/** Eight round trips, and one for each building that moves. */
export const moveBuildings: Handler<'territory.moveBuildings'> = (input, context) => {
  const { layer, gridId, buildingIds, reason } = input
  const { me, now, fail } = context
  return change('territory.moveBuildings', input, context, (nodes) => {
    if (gridId !== null && !gridNamed(nodes, gridId, layer)) return fail('NOT_FOUND')
    const step = { layer, gridId, at: now.toISOString(), by: me.memberId, reason }
    const changed = movedTogether(nodes, buildingIds, step)
    if (typeof changed === 'string') return fail(changed)
    return { changed, document: gridId ?? input.communityId, after: { layer, gridId, buildingIds, reason } }
  })
}
