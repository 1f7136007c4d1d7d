import { limits } from '../contract/limits'
import { bounds } from '../contract/residency-bounds'
import type { Query } from '../kit/database'
import { above, oneOf } from '../kit/where'

const { residency: max, pageSize } = limits

/** Those who wait: matched first, then the longest waiting. Served by `residencies.community_queue`. */
export const waitingIn = (communityId: string, after: string | undefined): Query => ({
  where: { communityId, queueKey: above(after ?? '') },
  sort: { queueKey: 1 },
  limit: pageSize,
  leaveOut: ['timeline', 'history'],
})

/** As many as are counted. Served by `residencies.community_queue`. */
export const waitingCounted = (communityId: string): Query => ({
  where: { communityId, queueKey: above('') },
  limit: max.counted,
  only: ['state'],
})

/** Who is verified for some doors. Served by `members.residency_household`. */
export const boundTo = (householdIds: readonly string[], limit = 1000): Query => ({
  where: { 'residency.householdId': oneOf(householdIds) },
  limit,
  only: ['name', 'schemaVersion', 'residency'],
})

/** Whose past residencies a door is among. Served by `residencies.past_household`. */
export const livedAt = (householdId: string): Query => ({
  where: { 'history.householdId': householdId },
  limit: bounds.pastListed,
  leaveOut: ['timeline'],
})

/** The doors of a building, without who lives there. Served by `households.community_building`. */
export const doorsOf = (communityId: string, building: string): Query => ({
  where: { communityId, building },
  sort: { unit: 1 },
  limit: 1000,
  only: ['building', 'unit', 'room'],
})

/** The doors of some units, without who lives there. Served by `households.community_building`. */
export const doorsOfUnits = (communityId: string, building: string, units: readonly string[]): Query => ({
  where: { communityId, building, unit: oneOf(units) },
  limit: 1000,
  only: ['building', 'unit', 'room'],
})

/** The households of a unit. Served by `households.community_building`. */
export const householdsOf = (communityId: string, building: string, unit: string): Query => ({
  where: { communityId, building, unit },
  limit: bounds.flatsOfUnit,
})

/** Documents by id: households, codes or members. */
export const byIds = (ids: readonly string[]): Query => ({ where: { _id: oneOf(ids) }, limit: ids.length })
