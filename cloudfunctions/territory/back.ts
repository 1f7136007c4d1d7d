import { hashOf } from '../kit/canonical'
import type { Written } from './layOut'
import type { TerritoryNode } from './store'

type Present = ReadonlyMap<string, TerritoryNode>

/** Whether a node is as it was before a list wrote it: put back by an earlier attempt. */
export function isAsBefore({ before, after }: Written, present: Present): boolean {
  const found = present.get(after._id) ?? null
  return hashOf(found) === hashOf(before)
}

/** Why what a list wrote cannot be put back: one of its nodes is neither as it left it nor as it was before. */
export function whyNotBack(written: readonly Written[], present: Present): 'CHANGED_MEANWHILE' | null {
  const isAsLeft = ({ after }: Written) => hashOf(present.get(after._id) ?? null) === hashOf(after)
  return written.every((one) => isAsLeft(one) || isAsBefore(one, present)) ? null : 'CHANGED_MEANWHILE'
}

/** What would lose its place if what a list added were gone: nodes under it, and buildings in its grids. */
export function leansOn<N extends Pick<TerritoryNode, '_id' | 'parentId' | 'inGrids'>>(
  written: readonly Written[],
  nodes: readonly N[],
): N[] {
  const added = new Set(written.filter(({ before }) => !before).map(({ after }) => after._id))
  const own = new Set(written.map(({ after }) => after._id))
  const isAdded = (id: string | null) => id !== null && added.has(id)
  return nodes.filter(
    ({ _id, parentId, inGrids }) =>
      !own.has(_id) && (isAdded(parentId) || isAdded(inGrids.governance) || isAdded(inGrids.construction)),
  )
}
