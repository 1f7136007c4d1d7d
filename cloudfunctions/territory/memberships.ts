import { bounds } from '../contract/territory-bounds'
import type { Layer, TerritoryNode } from './store'

/** Where a building goes, and who says so. */
export interface Step {
  layer: Layer
  /** null: into none. */
  gridId: string | null
  at: string
  by: string
  reason: string
}

type Placed = Pick<TerritoryNode, 'grids' | 'inGrids'>

/**
 * A building after a step: what it was in ends at the instant at which the next begins, so it is in one grid of a layer
 * at most, at any time. A clock that is behind that of an earlier step counts as that one's.
 * @returns the same where it is there already; null where no more rows fit
 */
export function placedIn<B extends Placed>(building: B, { layer, gridId, at, by, reason }: Step): B | null {
  if (building.inGrids[layer] === gridId) return building
  const rows = building.grids.filter((row) => row.layer === layer)
  const instant = rows.reduce((latest, { from, until }) => maxOf(latest, until ?? from), at)
  const ended = building.grids.map((row) =>
    row.layer === layer && row.until === null
      ? { ...row, until: instant, endedBy: by, endReason: reason }
      : row,
  )
  const begun = gridId === null ? [] : [{ layer, gridId, from: instant, by, reason, ...open }]
  const grids = [...ended, ...begun]
  if (grids.length > bounds.memberships) return null
  return { ...building, grids, inGrids: { ...building.inGrids, [layer]: gridId } }
}

const open = { until: null, endedBy: null, endReason: '' }

const maxOf = (one: string, other: string): string => (one < other ? other : one)
