import type { Input } from '../contract'
import { bounds } from '../contract/territory-bounds'
import type { Context, Handler } from '../kit/handler'
import { sha256 } from '../kit/keys'
import { change, type Change } from './change'
import { hasRoomFor, newNode } from './nodes'
import { unitsOf } from './queries'
import { isFull, isTooLong, keyOf, liesUnder, siblingOf } from './rules'
import { firstUnitIdOf, territoryNodes, type TerritoryNode } from './store'

type Adding = Context<'territory.addPlace'>

/** Nine round trips, one for each unit, and one more for a unit alone. */
export const addPlace: Handler<'territory.addPlace'> = (input, context) => {
  const { kind, name, units } = input
  const { fail } = context
  if (isTooLong(kind, name)) return fail('INVALID_INPUT', 'name')
  if (kind !== 'building' && units > 0) return fail('INVALID_INPUT', 'units')
  return change('territory.addPlace', input, context, async (nodes) => {
    const parent = parentOf(input, nodes, context)
    const around =
      kind === 'unit' && parent ? await context.db.list(territoryNodes, unitsOf(parent._id)) : nodes
    return added(input, { parent, nodes: around }, context)
  })
}

/** What it is to lie under: null for the community. */
function parentOf(
  { kind, parentId }: Input<'territory.addPlace'>,
  nodes: readonly TerritoryNode[],
  { fail }: Adding,
): TerritoryNode | null {
  const parent = parentId === null ? null : (nodes.find(({ _id }) => _id === parentId) ?? fail('NOT_FOUND'))
  if (!liesUnder[kind].includes(parent?.kind ?? 'community')) return fail('INVALID_INPUT', 'parentId')
  const depth = (parent?.path.split('/').length ?? 1) - 1
  return kind === 'area' && depth >= bounds.areaDepth ? fail('TERRITORY_FULL') : parent
}

function added(
  { kind, name, units, communityId, parentId }: Input<'territory.addPlace'>,
  { parent, nodes }: { parent: TerritoryNode | null; nodes: readonly TerritoryNode[] },
  { me, now, fail, effectId }: Adding,
): Change {
  const _id = effectId('z')
  const doing = { at: now.toISOString(), by: me.memberId, reason: '' }
  const key = keyOf(kind, name)
  const sibling = siblingOf({ kind, communityId, parentId, layer: null, key })
  if (nodes.some((node) => node.sibling === sibling)) return fail('NAME_TAKEN')
  if (isFull(nodes, { kind, parentId })) return fail('TERRITORY_FULL')
  const rank = Math.max(0, ...nodes.filter((node) => node.kind === kind).map((node) => node.rank)) + 1
  const box = kind === 'compound' ? boxOf(_id) : null
  const node = newNode({ _id, kind, communityId, name, rank, box, units }, parent, doing)
  const first = Array.from({ length: units }, (_unit, index) =>
    newNode(
      {
        ...{ _id: firstUnitIdOf(_id, `${index + 1}`), kind: 'unit' as const, communityId },
        ...{ name: `${index + 1} 单元`, rank: index + 1 },
      },
      node,
      doing,
    ),
  )
  const grown = kind === 'unit' && parent ? [grownBy(parent, 1) ?? fail('TERRITORY_FULL')] : []
  return { added: [node, ...first], changed: grown, document: _id, after: { kind, name, parentId, units } }
}

const grownBy = (building: TerritoryNode, units: number): TerritoryNode | null =>
  hasRoomFor(building, units) ? { ...building, units: building.units + units } : null

/** The code of a new suggestion box, of 48 bits: it opens nothing but the form of its compound. */
const boxOf = (id: string): string => sha256(id).slice(0, 12)
