import { limits } from '../contract/limits'
import { placedIn, type Step } from './memberships'
import { buildingsIn } from './rules'
import type { TerritoryNode } from './store'

/**
 * Buildings after a step that they take together; those that are there already are left out.
 * @returns why not: one of them is no building in force, or the grid or the history of one has no room
 */
export function movedTogether(
  nodes: readonly TerritoryNode[],
  buildingIds: readonly string[],
  step: Step,
): TerritoryNode[] | 'NOT_FOUND' | 'TERRITORY_FULL' {
  const moved: TerritoryNode[] = []
  for (const id of buildingIds) {
    const building = nodes.find(({ _id, kind }) => _id === id && kind === 'building')
    if (!building) return 'NOT_FOUND'
    const after = placedIn(building, step)
    if (!after) return 'TERRITORY_FULL'
    if (after !== building) moved.push(after)
  }
  const present = step.gridId === null ? 0 : buildingsIn(nodes, step.layer, step.gridId).length
  return present + moved.length > limits.territory.gridBuildings && step.gridId !== null
    ? 'TERRITORY_FULL'
    : moved
}

/** A grid of a layer that is in force. */
export const gridNamed = (
  nodes: readonly TerritoryNode[],
  gridId: string,
  layer?: TerritoryNode['layer'],
): TerritoryNode | undefined =>
  nodes.find(
    (node) => node._id === gridId && node.kind === 'grid' && (layer === undefined || node.layer === layer),
  )
