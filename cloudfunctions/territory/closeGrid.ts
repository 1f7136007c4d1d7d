import type { Handler } from '../kit/handler'
import { change } from './change'
import { gridNamed, movedTogether } from './move'
import { closed } from './nodes'
import { buildingsIn } from './rules'

/** Nine round trips, and one for each of its buildings. */
export const closeGrid: Handler<'territory.closeGrid'> = (input, context) => {
  const { gridId, intoGridId, reason } = input
  const { me, now, fail } = context
  if (intoGridId === gridId) return fail('INVALID_INPUT', 'intoGridId')
  return change('territory.closeGrid', input, context, (nodes) => {
    const grid = gridNamed(nodes, gridId) ?? fail('NOT_FOUND')
    const layer = grid.layer ?? fail('NOT_FOUND')
    if (intoGridId !== null && !gridNamed(nodes, intoGridId, layer)) return fail('NOT_FOUND')
    const doing = { at: now.toISOString(), by: me.memberId, reason }
    const buildingIds = buildingsIn(nodes, layer, gridId).map(({ _id }) => _id)
    const moved = movedTogether(nodes, buildingIds, { layer, gridId: intoGridId, ...doing })
    if (typeof moved === 'string') return fail(moved)
    const changed = [...moved, closed(grid, doing)]
    return {
      changed,
      document: gridId,
      before: { name: grid.name },
      after: { intoGridId, buildingIds, reason },
    }
  })
}
