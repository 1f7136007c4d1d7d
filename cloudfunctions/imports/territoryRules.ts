import { limits } from '../contract/limits'
import { keyOf, siblingOf } from '../territory/rules'
import type { ListedBuilding, TerritoryNode } from '../territory/post'
import type { TerritoryEntry } from './store'
import type { TerritoryRow } from './territoryRows'

type Nodes = readonly TerritoryNode[]

/** What a row does to the territory as it is now; `elsewhere`: its building lies in another compound. */
export function effectOfBuilding(
  nodes: Nodes,
  communityId: string,
  row: ListedBuilding,
): 'added' | 'changed' | 'unchanged' | 'elsewhere' {
  const named = (kind: 'building' | 'unit' | 'grid', name: string, more: Partial<TerritoryNode> = {}) => {
    const whose = { kind, communityId, parentId: null, layer: null, ...more, key: keyOf(kind, name) }
    const sibling = siblingOf(whose)
    return nodes.find((node) => node.sibling === sibling)
  }
  const building = named('building', row.building)
  if (!building) return 'added'
  const compound = nodes.find(({ _id }) => _id === building.parentId)
  if (compound?.key !== keyOf('compound', row.compound)) return 'elsewhere'
  const hasUnits = row.units.every((unit) => named('unit', unit, { parentId: building._id }))
  const isInGrids = (['governance', 'construction'] as const).every((layer) => {
    const name = row[layer]
    return name === null || building.inGrids[layer] === named('grid', name, { layer })?._id
  })
  return hasUnits && isInGrids ? 'unchanged' : 'changed'
}

/**
 * Rows that bring a building into a grid which has no room for it, with the grid's layer. Buildings come one after the
 * other, as they are written.
 */
export function withoutRoom(
  nodes: Nodes,
  rows: readonly TerritoryRow[],
): { row: TerritoryRow; layer: 'governance' | 'construction' }[] {
  return (['governance', 'construction'] as const).flatMap((layer) => {
    const gridOf = new Map(
      nodes.filter(({ kind }) => kind === 'building').map(({ key, inGrids }) => [key, inGrids[layer]]),
    )
    const idOf = (name: string) => {
      const key = keyOf('grid', name)
      return (
        nodes.find((node) => node.kind === 'grid' && node.layer === layer && node.key === key)?._id ?? key
      )
    }
    const full = byBuilding(rows).flatMap(({ building, ...grids }) => {
      const [name, key] = [grids[layer], keyOf('building', building)]
      if (name === null || gridOf.get(key) === idOf(name)) return []
      const inside = [...gridOf.values()].filter((id) => id === idOf(name)).length
      if (inside >= limits.territory.gridBuildings) return [key]
      gridOf.set(key, idOf(name))
      return []
    })
    const isFull = new Set(full)
    const told = rows.filter((row) => row[layer] !== null && isFull.has(keyOf('building', row.building)))
    return told.map((row) => ({ row, layer }))
  })
}

/** Rows of one building as one, in the order of the list. */
export function byBuilding(rows: readonly TerritoryRow[]): TerritoryEntry[] {
  const entries = new Map<string, TerritoryEntry>()
  for (const { compound, building, units, governance, construction } of rows) {
    const key = keyOf('building', building)
    const known = entries.get(key)
    entries.set(key, {
      compound,
      building,
      units: [...new Set([...(known?.units ?? []), ...units])],
      governance: known?.governance ?? governance,
      construction: known?.construction ?? construction,
      rows: (known?.rows ?? 0) + 1,
    })
  }
  return [...entries.values()]
}
