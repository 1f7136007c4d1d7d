import { z } from 'zod'
import { BoxCode, CommunityId, GridLayer, Instant, MemberId, TerritoryId } from '../contract/fields'
import { limits } from '../contract/limits'
import { PlaceKind, TerritoryEvent } from '../contract/territory'
import { bounds } from '../contract/territory-bounds'
import { collection } from '../kit/collection'
import { effectId } from '../kit/ids'

const { territory: max } = limits

/** That a building was in a grid, from an instant until another (exclusive); null: it still is. */
const Membership = z.object({
  layer: GridLayer,
  gridId: TerritoryId,
  from: Instant,
  by: MemberId,
  reason: z.string().max(max.reasonLength),
  until: Instant.nullable(),
  /** Who took it out and why; null and empty while it is in it. */
  endedBy: MemberId.nullable(),
  endReason: z.string().max(max.reasonLength),
})

/**
 * What lies below a community: areas, compounds, buildings, units, and the grids over the buildings. One more document
 * of a community is the community itself: each change raises its version, so that of two changes at once one sees the
 * other (docs/decisions/0172).
 */
const TerritoryNode = z.object({
  _id: TerritoryId,
  schemaVersion: z.literal(1),
  kind: z.enum(['community', ...PlaceKind.options, 'grid']),
  communityId: CommunityId,
  /** What it lies under; null: under the community, where grids lie as well. */
  parentId: TerritoryId.nullable(),
  /** `<communityId>/z_…/z_…`, itself last. */
  path: z.string().max(bounds.pathLength),
  name: z.string().max(max.nameLength),
  /** As it is compared: a building's and a unit's number as the roster says it. */
  key: z.string().max(max.nameLength),
  /** What its key is the only one of while it is in force, and the key; then its id. Unique. */
  sibling: z.string().max(120),
  /** Among those of its kind, 1 first; of buildings and units the key counts. */
  rank: z.int().min(1),
  /** The code on a compound's suggestion box. */
  box: BoxCode.nullable(),
  /** Of a grid. */
  layer: GridLayer.nullable(),
  /** How many units in force a building has. */
  units: z.int().min(0).max(max.units),
  /** The grid that a building is in now, of each layer: what `grids` says of this moment. */
  inGrids: z.object({ governance: TerritoryId.nullable(), construction: TerritoryId.nullable() }),
  /** All grids that a building was in, the first first. */
  grids: z.array(Membership).max(bounds.memberships),
  state: z.enum(['in_force', 'closed']),
  since: Instant,
  closedAt: Instant.nullable(),
  timeline: z
    .array(
      z.object({
        event: TerritoryEvent.extract(['added', 'renamed', 'closed']),
        at: Instant,
        by: MemberId,
        reason: z.string().max(max.reasonLength),
        /** The name before; empty where it stayed. */
        was: z.string().max(max.nameLength),
      }),
    )
    .max(bounds.timelineRows),
  /** Of the community's document: how many changes there were. 0 of all others. */
  version: z.int().min(0),
})

export type TerritoryNode = z.infer<typeof TerritoryNode>
export type Membership = z.infer<typeof Membership>
export type Layer = z.infer<typeof GridLayer>

export const territoryNodes = collection<TerritoryNode>('territory', TerritoryNode)

/** The document of a community itself. */
export const rootIdOf = (communityId: string): string =>
  effectId('z', communityId, 'territory.community', 'own')

/** A unit that comes with its building. */
export const firstUnitIdOf = (buildingId: string, key: string): string =>
  effectId('z', buildingId, 'territory.unit', key)
