import { limits } from '../contract/limits'
import { bounds } from '../contract/territory-bounds'
import type { Query } from '../kit/database'
import { oneOf } from '../kit/where'

/** Everything of a community that is in force but its units, with the community itself. */
const whole = (communityId: string, kinds: readonly string[]): Query => ({
  where: { communityId, state: 'in_force', kind: oneOf(kinds) },
  // The bound of `nodes`, and the community.
  limit: bounds.nodes + 1,
})

/** As it is changed. Served by `territory.community_state`. */
export const inForce = (communityId: string): Query =>
  whole(communityId, ['community', 'area', 'compound', 'building', 'grid'])

/** As it is read: without what happened. Served by `territory.community_state`. */
export const inForceNow = (communityId: string): Query => ({
  ...inForce(communityId),
  leaveOut: ['grids', 'timeline'],
})

/** Compounds, buildings, and the areas that order them; grids where they are asked for. Served by `territory.community_state`. */
export const placesOf = (communityId: string, withGrids: boolean): Query => ({
  ...whole(communityId, ['area', 'compound', 'building', ...(withGrids ? ['grid'] : [])]),
  leaveOut: ['grids', 'timeline'],
})

/** The compound of a suggestion box. Served by `territory.box`. */
export const withBox = (box: string): Query => ({
  where: { box, state: 'in_force' },
  limit: 1,
  leaveOut: ['timeline'],
})

/** Units of a building that are in force. Served by `territory.parent_state`. */
export const unitsOf = (buildingId: string): Query => ({
  where: { parentId: buildingId, state: 'in_force' },
  limit: limits.territory.units,
})

/** Buildings that are or were in a grid. Served by `territory.grid`. */
export const everIn = (gridId: string): Query => ({
  where: { 'grids.gridId': gridId },
  limit: bounds.buildings,
  only: ['name', 'grids'],
})

/** Names of nodes, also of those that are closed. */
export const namesOf = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
  only: ['name'],
})

/** Those who did something. */
export const membersById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})
