import type { Database } from '../kit/database'
import { unitsOf } from './queries'
import { territoryNodes, type TerritoryNode } from './store'

/** A node, and those among which its name is to be the only one. */
interface Found {
  node: TerritoryNode
  around: readonly TerritoryNode[]
}

/**
 * What a change is about: one of the nodes in force, or a unit of one of their buildings, which takes two round trips.
 * null for what is not of this community, or closed.
 */
export async function placeNamed(
  db: Database,
  communityId: string,
  id: string,
  nodes: readonly TerritoryNode[],
): Promise<Found | null> {
  const node = nodes.find(({ _id }) => _id === id)
  if (node) return { node, around: nodes }
  const unit = await db.read(territoryNodes, id)
  if (unit?.communityId !== communityId || unit.kind !== 'unit' || unit.state !== 'in_force') return null
  return { node: unit, around: await db.list(territoryNodes, unitsOf(unit.parentId ?? '')) }
}
