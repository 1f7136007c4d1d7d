import type { Output } from '../contract'
import { territoryEditors } from '../contract/territory'
import { erasedName, reach, type Actor } from '../kit/actor'
import { buildingsIn, inPlaceOrder } from './rules'
import type { Membership, TerritoryNode } from './store'

type Tree = Output<'territory.tree'>
type History = Output<'territory.history'>
type Row = History['rows'][number]
type Names = ReadonlyMap<string, string>

/** A node as a list has it. */
type Listed = Omit<TerritoryNode, 'grids' | 'timeline'>

/** All that is in force, as those who work with it see it. */
export function treeView(
  communityId: string,
  root: Pick<TerritoryNode, 'version'> | null,
  nodes: readonly Listed[],
  me: Actor,
): Tree {
  const inOrder = [...nodes].sort(inPlaceOrder)
  const ofKind = (kind: TerritoryNode['kind']) => inOrder.filter((node) => node.kind === kind)
  const mine = me.duties.filter(({ role }) => territoryEditors.some((editor) => editor === role))
  return {
    communityId,
    version: root?.version ?? 0,
    mayEdit: reach(mine, communityId),
    areas: ofKind('area').map(({ _id, name, parentId }) => ({ id: _id, name, parentId })),
    compounds: ofKind('compound').map(({ _id, name, parentId, box }) => ({
      ...{ id: _id, name, parentId, box: box ?? '' },
    })),
    buildings: ofKind('building').map(({ _id, name, key, parentId, units, inGrids }) => ({
      ...{ id: _id, name, key, compoundId: parentId ?? '', units, grids: inGrids },
    })),
    grids: ofKind('grid').map(({ _id, name, layer }) => {
      const own = layer ?? 'governance'
      return { id: _id, layer: own, name, buildings: buildingsIn(inOrder, own, _id).length }
    }),
  }
}

/** What happens at one instant is told in this order: a building leaves one grid and joins the next. */
const order: readonly Row['event'][] = ['added', 'renamed', 'left', 'joined', 'closed']

/** What happened to a node, the latest first. */
export function historyRows(
  node: TerritoryNode,
  memberships: readonly { row: Membership; otherId: string }[],
  names: Names,
): Row[] {
  const own = node.timeline.map(({ by, ...row }) => ({
    ...{ ...row, by: names.get(by) ?? erasedName, other: null, layer: null },
  }))
  const moves = memberships.flatMap(({ row, otherId }) => moveRows(row, otherId, names))
  return [...own, ...moves].sort((one, other) =>
    one.at === other.at ? order.indexOf(other.event) - order.indexOf(one.event) : one.at < other.at ? 1 : -1,
  )
}

function moveRows({ layer, from, by, reason, ...end }: Membership, otherId: string, names: Names): Row[] {
  const other = { id: otherId, name: names.get(otherId) ?? '' }
  const told = (who: string) => names.get(who) ?? erasedName
  const came: Row = { event: 'joined', at: from, by: told(by), reason, other, layer, was: '' }
  if (end.until === null) return [came]
  const { until, endedBy, endReason } = end
  return [came, { ...came, event: 'left', at: until, by: told(endedBy ?? ''), reason: endReason }]
}
