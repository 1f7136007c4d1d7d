import { buildingKey } from '../community/rules'
import { limits } from '../contract/limits'
import { bounds } from '../contract/territory-bounds'
import { inOrder } from '../residency/rules'
import type { Layer, TerritoryNode } from './store'

export type Kind = TerritoryNode['kind']
export type PlaceKind = Exclude<Kind, 'community' | 'grid'>

/** What each kind of place may lie under. What is not in the table does not happen. */
export const liesUnder: Record<PlaceKind, readonly Kind[]> = {
  area: ['community', 'area'],
  compound: ['community', 'area'],
  building: ['compound'],
  unit: ['building'],
}

const longest: Record<Kind, number> = {
  community: 0,
  area: limits.territory.nameLength,
  compound: limits.case.compoundLength,
  building: limits.case.buildingLength,
  unit: limits.case.buildingLength,
  grid: limits.territory.nameLength,
}

/** How many of a kind a community has at most; units are bounded by their building. */
const most: Partial<Record<Kind, number>> = {
  area: bounds.areas,
  compound: bounds.compounds,
  building: bounds.buildings,
  grid: bounds.grids,
}

/**
 * What two names of one place have in common. Buildings and units have the key that the roster has: `7` for 「7 号楼」,
 * `2` for 「2 单元」.
 */
export const keyOf = (kind: Kind, name: string): string =>
  kind === 'building' || kind === 'unit'
    ? buildingKey(name)
    : name.normalize('NFKC').replace(/\s/gu, '').toUpperCase()

/** Whether a name fits its kind: a form has so much room for it. */
export const isTooLong = (kind: Kind, name: string): boolean => name.length > longest[kind]

/**
 * What a key is the only one of. The roster knows no compounds, so a building's number is of the whole community
 * (docs/decisions/0173).
 */
export const siblingOf = (
  node: Pick<TerritoryNode, 'kind' | 'communityId' | 'parentId' | 'layer' | 'key'>,
): string => {
  const among = node.kind === 'unit' ? node.parentId : `${node.communityId}:${node.layer ?? ''}`
  return `${among}:${node.kind}:${node.key}`
}

/** Whether no more of a kind fit into a community, or into a compound. */
export function isFull(
  nodes: readonly Pick<TerritoryNode, 'kind' | 'parentId'>[],
  { kind, parentId }: Pick<TerritoryNode, 'kind' | 'parentId'>,
): boolean {
  const alike = nodes.filter((node) => node.kind === kind)
  const inCompound = alike.filter((node) => node.parentId === parentId).length
  return (
    nodes.length >= bounds.nodes ||
    alike.length >= (most[kind] ?? limits.territory.units) ||
    (kind === 'building' && inCompound >= bounds.buildingsOfCompound)
  )
}

type Ordered = Pick<TerritoryNode, 'kind' | 'key' | 'rank'>

const isNumbered = ({ kind }: Pick<TerritoryNode, 'kind'>): boolean => kind === 'building' || kind === 'unit'

/** Buildings and units by their number, behind all else, which goes by its rank. */
export const inPlaceOrder = (one: Ordered, other: Ordered): number =>
  Number(isNumbered(one)) - Number(isNumbered(other)) ||
  (isNumbered(one) ? 0 : one.rank - other.rank) ||
  inOrder(one.key, other.key)

/** How many buildings are in a grid now. */
export const buildingsIn = <N extends Pick<TerritoryNode, 'inGrids'>>(
  nodes: readonly N[],
  layer: Layer,
  gridId: string,
): N[] => nodes.filter(({ inGrids }) => inGrids[layer] === gridId)

/** A compound of a community, or all that lies outside of any. */
export interface Compound {
  name: string
  /** The code on its suggestion box. */
  box: string
  /** Names, in order. */
  buildings: string[]
}

type Listed = Pick<
  TerritoryNode,
  '_id' | 'kind' | 'parentId' | 'name' | 'key' | 'rank' | 'box' | 'layer' | 'inGrids'
>

/** Compounds with their buildings, area by area in the order of their ranks. */
export function compoundsIn(nodes: readonly Listed[]): Compound[] {
  const inOrder = [...nodes].sort(inPlaceOrder)
  const below = (parentId: string | null): Compound[] =>
    inOrder
      .filter((node) => node.parentId === parentId && (node.kind === 'area' || node.kind === 'compound'))
      .flatMap(({ _id, kind, name, box }) => {
        if (kind === 'area') return below(_id)
        const buildings = inOrder.filter((node) => node.kind === 'building' && node.parentId === _id)
        return [{ name, box: box ?? '', buildings: buildings.map((building) => building.name) }]
      })
  return below(null)
}

/** Finds the grid that a building, named in any way, is in now; null: in none. */
export type Grids = (building: string, layer: Layer) => { id: string; name: string } | null

export const gridsIn =
  (nodes: readonly Listed[]): Grids =>
  (building, layer) => {
    const key = buildingKey(building)
    const own = nodes.find((node) => node.kind === 'building' && node.key === key)
    const grid = nodes.find(({ _id }) => _id === own?.inGrids[layer])
    return grid ? { id: grid._id, name: grid.name } : null
  }
