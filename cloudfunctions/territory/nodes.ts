import { limits } from '../contract/limits'
import { bounds } from '../contract/territory-bounds'
import { placedIn } from './memberships'
import { keyOf, siblingOf } from './rules'
import type { TerritoryNode } from './store'

/** Who does something, when and why. */
export interface Doing {
  at: string
  by: string
  reason: string
}

type Fresh = Pick<TerritoryNode, '_id' | 'kind' | 'communityId' | 'name' | 'rank'> &
  Partial<Pick<TerritoryNode, 'box' | 'layer' | 'units'>>

/** A place or a grid as it begins. @param parent null: it lies under the community itself */
export function newNode(
  fresh: Fresh,
  parent: Pick<TerritoryNode, '_id' | 'path'> | null,
  { at, by, reason }: Doing,
): TerritoryNode {
  const named = {
    ...{ box: null, layer: null, units: 0, ...fresh },
    ...{ parentId: parent?._id ?? null, key: keyOf(fresh.kind, fresh.name) },
  }
  return {
    ...named,
    schemaVersion: 1,
    path: `${parent?.path ?? fresh.communityId}/${fresh._id}`,
    sibling: siblingOf(named),
    inGrids: { governance: null, construction: null },
    grids: [],
    state: 'in_force',
    since: at,
    closedAt: null,
    timeline: [{ event: 'added', at, by, reason, was: '' }],
    version: 0,
  }
}

/** The same under another name; null where too much has happened to it. */
export function renamed(node: TerritoryNode, name: string, { at, by, reason }: Doing): TerritoryNode | null {
  // The last row is kept for the end.
  if (node.timeline.length >= bounds.timelineRows - 1) return null
  const after = { ...node, name, key: keyOf(node.kind, name) }
  const row = { event: 'renamed' as const, at, by, reason, was: node.name }
  return { ...after, sibling: siblingOf(after), timeline: [...node.timeline, row] }
}

/** The same at its end: out of its grids, and its name free for another. */
export function closed(node: TerritoryNode, { at, by, reason }: Doing): TerritoryNode {
  const out = (['governance', 'construction'] as const).reduce(
    (left, layer) => placedIn(left, { layer, gridId: null, at, by, reason }) ?? left,
    node,
  )
  const row = { event: 'closed' as const, at, by, reason, was: '' }
  return { ...out, state: 'closed', sibling: node._id, closedAt: at, timeline: [...node.timeline, row] }
}

/** Whether there is room for some more units in a building. */
export const hasRoomFor = ({ units }: Pick<TerritoryNode, 'units'>, more: number): boolean =>
  units + more <= limits.territory.units
