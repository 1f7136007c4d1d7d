import { limits } from '../contract/limits'
import { bounds } from '../contract/territory-bounds'
import { effectId } from '../kit/ids'
import { placedIn } from './memberships'
import { boxOf, newNode, type Doing } from './nodes'
import { buildingsIn, isFull, keyOf, siblingOf } from './rules'
import type { Layer, TerritoryNode } from './store'

/** What a list says of one building. */
export interface ListedBuilding {
  compound: string
  building: string
  units: readonly string[]
  /** null: nothing is said, and nothing changes. */
  governance: string | null
  construction: string | null
}

/** A node as it was (null: it was not) and as it is after. */
export interface Written {
  before: TerritoryNode | null
  after: TerritoryNode
}

/** Whose list it is; its id makes the ids of what it adds. */
export interface Listing extends Doing {
  communityId: string
  listId: string
}

/**
 * Brings a territory to what a list says of some buildings: adds what is missing and puts buildings into the grids
 * that it names. It removes nothing and moves no building to another compound.
 * @param nodes all that is in force; the units of these buildings at least
 * @returns all nodes that are new or others now; null where they do not fit
 */
export function laidOut(
  nodes: readonly TerritoryNode[],
  listed: readonly ListedBuilding[],
  listing: Listing,
): Written[] | null {
  const plan = new Plan(nodes, listing)
  for (const row of listed) if (!plan.take(row)) return null
  return plan.written()
}

class Plan {
  private readonly present: Map<string, TerritoryNode>
  private readonly before: ReadonlyMap<string, TerritoryNode>

  constructor(
    nodes: readonly TerritoryNode[],
    private readonly listing: Listing,
  ) {
    this.before = new Map(nodes.map((node) => [node._id, node]))
    this.present = new Map(this.before)
  }

  /** @returns whether it fits */
  take({ compound: compoundName, building: name, units, ...grids }: ListedBuilding): boolean {
    const compound = this.named('compound', compoundName, null)
    const building = compound && this.named('building', name, compound)
    if (!building || building.parentId !== compound._id) return false
    let present = building
    for (const unitName of units) {
      const [counted, unit] = [this.present.size, this.named('unit', unitName, building)]
      if (!unit) return false
      if (this.present.size > counted) present = { ...present, units: present.units + 1 }
    }
    for (const layer of ['governance', 'construction'] as const) {
      const gridName = grids[layer]
      const grid = gridName === null ? null : this.named('grid', gridName, null, layer)
      if (gridName !== null && !grid) return false
      const { at, by, reason } = this.listing
      const placed = grid ? placedIn(present, { layer, gridId: grid._id, at, by, reason }) : present
      if (!placed || (grid && this.isCrowded(placed, layer, grid))) return false
      present = placed
    }
    this.present.set(present._id, present)
    return true
  }

  written(): Written[] {
    return [...this.present.values()]
      .filter((node) => this.before.get(node._id) !== node)
      .map((after) => ({ before: this.before.get(after._id) ?? null, after }))
  }

  /** Whether a grid has no room for a building. */
  private isCrowded({ _id }: TerritoryNode, layer: Layer, grid: TerritoryNode): boolean {
    const others = buildingsIn([...this.present.values()], layer, grid._id).filter((one) => one._id !== _id)
    return others.length >= limits.territory.gridBuildings
  }

  /** The one of that name, or a new one; null where it does not fit. */
  private named(
    kind: 'compound' | 'building' | 'unit' | 'grid',
    name: string,
    parent: TerritoryNode | null,
    layer: Layer | null = null,
  ): TerritoryNode | null {
    const { communityId, listId } = this.listing
    const parentId = parent?._id ?? null
    const sibling = siblingOf({ kind, communityId, parentId, layer, key: keyOf(kind, name) })
    const nodes = [...this.present.values()]
    const found = nodes.find((node) => node.sibling === sibling)
    if (found) return found
    const around =
      kind === 'unit' ? nodes.filter((node) => node.parentId === parentId) : nodes.filter(isNoUnit)
    if (isFull(around, { kind, parentId }) || around.length >= bounds.nodes) return null
    const rank = Math.max(0, ...nodes.filter((node) => node.kind === kind).map((node) => node.rank)) + 1
    const _id = effectId('z', listId, 'territory.list', sibling)
    const box = kind === 'compound' ? boxOf(_id) : null
    const fresh = newNode({ _id, kind, communityId, name, rank, box, layer }, parent, this.listing)
    this.present.set(_id, fresh)
    return fresh
  }
}

const isNoUnit = ({ kind }: TerritoryNode): boolean => kind !== 'unit'
