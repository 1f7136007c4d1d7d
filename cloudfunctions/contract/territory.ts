import { z } from 'zod'
import { staff, type Role } from './access'
import { action } from './action'
import { BoxCode, CommunityId, GridLayer, Instant, line, RequestId, TerritoryId } from './fields'
import { limits } from './limits'
import { bounds } from './territory-bounds'

const { territory: max } = limits

/** Those who draw the territory of a community; the others work by it. */
export const territoryEditors = ['community_lead', 'street_staff'] as const satisfies readonly Role[]

const reader = () =>
  staff(
    ['community_lead', 'community_worker', 'grid_worker', 'street_staff', 'district_staff'],
    'input.communityId',
  )
const editor = () => staff(territoryEditors, 'input.communityId')

/** 片区 (optional, in any depth), 小区, 楼栋, 单元: each lies under another. */
export const PlaceKind = z.enum(['area', 'compound', 'building', 'unit'])

/** What happened to a place or a grid, and a building that came into a grid or left it. */
export const TerritoryEvent = z.enum(['added', 'renamed', 'closed', 'joined', 'left'])

const Area = z.object({
  id: TerritoryId,
  name: z.string(),
  /** The area that it lies in; null: the community itself. */
  parentId: TerritoryId.nullable(),
})

const Compound = Area.extend({
  /** The code on its suggestion box. */
  box: BoxCode,
})

const Building = z.object({
  id: TerritoryId,
  name: z.string(),
  /** As the roster says it: 7 for 「7 号楼」. */
  key: z.string(),
  compoundId: TerritoryId,
  units: z.int().min(0).max(max.units),
  /** The grid that it is in now, of each layer. */
  grids: z.object({ governance: TerritoryId.nullable(), construction: TerritoryId.nullable() }),
})

const Grid = z.object({
  id: TerritoryId,
  layer: GridLayer,
  name: z.string(),
  /** How many are in it now. */
  buildings: z.int().min(0).max(max.gridBuildings),
})

/** All that is in force, each list in the order in which people count: 1 号楼 before 10 号楼. */
export const Tree = z.object({
  communityId: CommunityId,
  /** Goes up with each change; a change names the version that it saw. 0 before the first. */
  version: z.int().min(0),
  mayEdit: z.boolean(),
  areas: z.array(Area).max(bounds.areas),
  compounds: z.array(Compound).max(bounds.compounds),
  buildings: z.array(Building).max(bounds.buildings),
  grids: z.array(Grid).max(bounds.grids),
})

export const HistoryRow = z.object({
  event: TerritoryEvent,
  at: Instant,
  /** Who did it; in full, they are colleagues. */
  by: z.string(),
  /** Empty where none was asked for. */
  reason: z.string(),
  /** `joined` and `left`: the grid of a building, or the building of a grid; else null. */
  other: z.object({ id: TerritoryId, name: z.string() }).nullable(),
  /** Of that grid; null where there is none. */
  layer: GridLayer.nullable(),
  /** `renamed`: the name before; else empty. */
  was: z.string(),
})

const ofCommunity = { communityId: CommunityId }

/** Each change names what it saw, and gets everything as it is then. */
const changing = { requestId: RequestId, ...ofCommunity, version: z.int().min(0).max(1_000_000_000) }

const name = line(max.nameLength)
const reason = line(max.reasonLength)
const BuildingIds = z
  .array(TerritoryId)
  .max(max.gridBuildings)
  .refine((ids) => new Set(ids).size === ids.length)

export const territory = {
  /** The places and grids of a community. */
  tree: action({ access: reader(), input: z.strictObject(ofCommunity), output: Tree, errors: [] }),
  /** The units of a building in order. */
  units: action({
    access: reader(),
    input: z.strictObject({ ...ofCommunity, buildingId: TerritoryId }),
    output: z.object({
      units: z.array(z.object({ id: TerritoryId, name: z.string(), key: z.string() })).max(max.units),
    }),
    errors: [],
  }),
  /** What happened to one place or grid, the latest first; also of one that is closed. */
  history: action({
    access: reader(),
    input: z.strictObject({ ...ofCommunity, id: TerritoryId }),
    output: z.object({
      id: TerritoryId,
      kind: z.enum([...PlaceKind.options, 'grid']),
      name: z.string(),
      closed: z.boolean(),
      rows: z.array(HistoryRow).max(bounds.historyRows),
    }),
    errors: [],
  }),
  /**
   * Adds a place under another (null: under the community itself): areas and compounds under areas, buildings under a
   * compound, units under a building. A building comes with its first units, 1 单元 and so on. `detail` of
   * INVALID_INPUT is the field.
   */
  addPlace: action({
    access: editor(),
    input: z.strictObject({
      ...changing,
      kind: PlaceKind,
      parentId: TerritoryId.nullable(),
      name,
      /** 0 for what is no building. */
      units: z.int().min(0).max(max.units),
    }),
    output: Tree,
    errors: ['CHANGED_MEANWHILE', 'NAME_TAKEN', 'TERRITORY_FULL'],
  }),
  /** Of a place or a grid. The number of a building or a unit stays: with another it would be another. */
  rename: action({
    access: editor(),
    input: z.strictObject({ ...changing, id: TerritoryId, name, reason }),
    output: Tree,
    errors: ['CHANGED_MEANWHILE', 'NAME_TAKEN', 'NUMBER_CHANGES', 'TERRITORY_FULL'],
  }),
  /** Closes a place under which nothing is in force. A building leaves its grids with it. */
  closePlace: action({
    access: editor(),
    input: z.strictObject({ ...changing, id: TerritoryId, reason }),
    output: Tree,
    errors: ['CHANGED_MEANWHILE', 'NOT_EMPTY'],
  }),
  /** Adds a grid with its buildings, which leave those of the same layer that they were in: so a grid is split. */
  addGrid: action({
    access: editor(),
    input: z.strictObject({ ...changing, layer: GridLayer, name, buildingIds: BuildingIds, reason }),
    output: Tree,
    errors: ['CHANGED_MEANWHILE', 'NAME_TAKEN', 'TERRITORY_FULL'],
  }),
  /** Moves buildings into a grid, or out of those of a layer (null). Those that are there already stay as they are. */
  moveBuildings: action({
    access: editor(),
    input: z.strictObject({
      ...changing,
      layer: GridLayer,
      gridId: TerritoryId.nullable(),
      buildingIds: BuildingIds.min(1),
      reason,
    }),
    output: Tree,
    errors: ['CHANGED_MEANWHILE', 'TERRITORY_FULL'],
  }),
  /** Closes a grid; its buildings go into another one of its layer (a merge), or are left without (null). */
  closeGrid: action({
    access: editor(),
    input: z.strictObject({ ...changing, gridId: TerritoryId, intoGridId: TerritoryId.nullable(), reason }),
    output: Tree,
    errors: ['CHANGED_MEANWHILE', 'TERRITORY_FULL'],
  }),
}
