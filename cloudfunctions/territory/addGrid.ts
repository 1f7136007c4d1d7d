import type { Handler } from '../kit/handler'
import { change } from './change'
import { movedTogether } from './move'
import { newNode } from './nodes'
import { isFull } from './rules'

/** Nine round trips, and one for each building that moves. */
export const addGrid: Handler<'territory.addGrid'> = (input, context) => {
  const { communityId, layer, name, buildingIds, reason } = input
  const { me, now, fail } = context
  const gridId = context.effectId('z')
  return change('territory.addGrid', input, context, (nodes) => {
    const doing = { at: now.toISOString(), by: me.memberId, reason }
    const ranks = nodes.filter(({ kind }) => kind === 'grid').map(({ rank }) => rank)
    const fresh = { _id: gridId, kind: 'grid' as const, communityId, name, layer }
    const grid = newNode({ ...fresh, rank: Math.max(0, ...ranks) + 1 }, null, doing)
    if (nodes.some(({ sibling }) => sibling === grid.sibling)) return fail('NAME_TAKEN')
    if (isFull(nodes, grid)) return fail('TERRITORY_FULL')
    const changed = movedTogether(nodes, buildingIds, { layer, gridId, ...doing })
    if (typeof changed === 'string') return fail(changed)
    return { added: [grid], changed, document: gridId, after: { layer, name, buildingIds, reason } }
  })
}
