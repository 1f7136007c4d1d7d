import type { Handler } from '../kit/handler'
import { change } from './change'
import { placeNamed } from './found'
import { closed } from './nodes'

/** Nine round trips, three more for a unit. */
export const closePlace: Handler<'territory.closePlace'> = (input, context) => {
  const { id, reason } = input
  const { me, now, db, fail } = context
  return change('territory.closePlace', input, context, async (nodes) => {
    const { node } = (await placeNamed(db, input.communityId, id, nodes)) ?? fail('NOT_FOUND')
    // A grid ends by `closeGrid`, which says where its buildings go.
    if (node.kind === 'grid') return fail('NOT_FOUND')
    if (node.units > 0 || nodes.some(({ parentId }) => parentId === id)) return fail('NOT_EMPTY')
    const after = closed(node, { at: now.toISOString(), by: me.memberId, reason })
    const building = node.kind === 'unit' ? nodes.find(({ _id }) => _id === node.parentId) : undefined
    const shrunk = building ? [{ ...building, units: building.units - 1 }] : []
    return { changed: [after, ...shrunk], document: id, before: { name: node.name }, after: { reason } }
  })
}
