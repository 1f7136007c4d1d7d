import type { Input, Output } from '@contract/index'
import type { ChipTone } from '@/ui/chip'

export type Tree = Output<'territory.tree'>
export type Area = Tree['areas'][number]
export type Compound = Tree['compounds'][number]
export type Building = Tree['buildings'][number]
export type Grid = Tree['grids'][number]
export type Layer = Grid['layer']
export type PlaceKind = Input<'territory.addPlace'>['kind']
export type HistoryRow = Output<'territory.history'>['rows'][number]

/** The two layers of grids over the same buildings (双网格). */
export const layerWords: Record<Layer, { text: string; tone: ChipTone }> = {
  governance: { text: '治理网格', tone: 'accent' },
  construction: { text: '建管网格', tone: 'info' },
}

export const layers: readonly Layer[] = ['governance', 'construction']

export const kindWords: Record<PlaceKind | 'grid', string> = {
  area: '片区',
  compound: '小区',
  building: '楼栋',
  unit: '单元',
  grid: '网格',
}

/** One thing of a tree, whatever it is. */
export type Found =
  | { kind: 'area'; one: Area }
  | { kind: 'compound'; one: Compound }
  | { kind: 'building'; one: Building }
  | { kind: 'grid'; one: Grid }

/** What has an id; null where it is not in force any more. */
export const findIn = (tree: Tree, id: string): Found | null => {
  const area = tree.areas.find((one) => one.id === id)
  if (area) return { kind: 'area', one: area }
  const compound = tree.compounds.find((one) => one.id === id)
  if (compound) return { kind: 'compound', one: compound }
  const building = tree.buildings.find((one) => one.id === id)
  if (building) return { kind: 'building', one: building }
  const grid = tree.grids.find((one) => one.id === id)
  return grid ? { kind: 'grid', one: grid } : null
}

export const buildingsOf = (tree: Tree, compoundId: string): Building[] =>
  tree.buildings.filter((one) => one.compoundId === compoundId)

export const buildingsIn = (tree: Tree, { id, layer }: Pick<Grid, 'id' | 'layer'>): Building[] =>
  tree.buildings.filter(({ grids }) => grids[layer] === id)

/** Buildings that are in no grid of a layer. */
export const withoutGrid = (tree: Tree, layer: Layer): Building[] =>
  tree.buildings.filter(({ grids }) => grids[layer] === null)

export const gridsOf = (tree: Tree, layer: Layer): Grid[] => tree.grids.filter((one) => one.layer === layer)

export const compoundOf = (tree: Tree, { compoundId }: Pick<Building, 'compoundId'>): string =>
  tree.compounds.find(({ id }) => id === compoundId)?.name ?? ''

/** The areas that something lies in, from the widest: 北片 · 一区; empty where it lies in none. */
export const pathOf = (tree: Tree, parentId: string | null): string => {
  const names: string[] = []
  for (let next = parentId; next !== null && names.length < 9;) {
    const area = tree.areas.find(({ id }) => id === next)
    if (!area) break
    names.unshift(area.name)
    next = area.parentId
  }
  return names.join(' · ')
}

/** What happened, in a line. @param of what the history is of */
export const historyWords = ({ event, other, layer, was }: HistoryRow, of: PlaceKind | 'grid'): string => {
  const named = other ? `「${other.name}」` : ''
  const which = of !== 'grid' && layer ? layerWords[layer].text : ''
  if (event === 'joined') return of === 'grid' ? `${named}划入` : `划入${which}${named}`
  if (event === 'left') return of === 'grid' ? `${named}划出` : `划出${which}${named}`
  if (event === 'renamed') return `改名，原来叫「${was}」`
  return event === 'added' ? '新增' : '停用'
}
