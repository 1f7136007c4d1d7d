import type { Handler } from '../kit/handler'
import { change } from './change'
import { placeNamed } from './found'
import { renamed } from './nodes'
import { isTooLong, keyOf } from './rules'

/**
 * The number of a building or a unit is what the roster, residents' addresses and cases know it by: it stays. Nine
 * round trips, two more for a unit.
 */
export const rename: Handler<'territory.rename'> = (input, context) => {
  const { id, name, reason } = input
  const { me, now, db, fail } = context
  return change('territory.rename', input, context, async (nodes) => {
    const { node, around } = (await placeNamed(db, input.communityId, id, nodes)) ?? fail('NOT_FOUND')
    if (isTooLong(node.kind, name)) return fail('INVALID_INPUT', 'name')
    const isNumbered = node.kind === 'building' || node.kind === 'unit'
    if (isNumbered && keyOf(node.kind, name) !== node.key) return fail('NUMBER_CHANGES')
    const doing = { at: now.toISOString(), by: me.memberId, reason }
    const after = renamed(node, name, doing) ?? fail('TERRITORY_FULL')
    if (around.some(({ _id, sibling }) => _id !== id && sibling === after.sibling)) return fail('NAME_TAKEN')
    return { changed: [after], document: id, before: { name: node.name }, after: { name, reason } }
  })
}
