import type { Query } from '../kit/database'
import { between, oneOf, type Where } from '../kit/where'
import { maxDistricts, maxPlaces } from './placeRules'

/** People with a duty at one of three places; those who may work on cases are picked from them. */
const maxAppointed = 300

/** All streets and communities, by id: few, small and read by most pages. Served by `places.kind_id`. */
export const allPlaces = (): Query => ({
  where: { kind: oneOf(['street', 'community']) },
  sort: { _id: 1 },
  limit: maxPlaces,
})

/** The same with the districts, in no order. Served by `places.kind_id`. */
export const placesOfAllKinds = (): Query => ({
  where: { kind: oneOf(['district', 'street', 'community']) },
  limit: maxPlaces + maxDistricts,
})

/** Members who were ever appointed at one of these places. Served by `members.appointment_place`. */
export const appointedAt = (placeIds: readonly string[]): Query => ({
  where: { 'appointments.placeId': oneOf(placeIds) },
  limit: maxAppointed,
})

/** Households of a roster by id. */
export const householdsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})

/** Households of a community after one of them, or all: a household's id begins with its community's. */
export const householdsFrom = (communityId: string, cursor: string | null): Where => ({
  _id: between(cursor ?? `${communityId}:`, `${communityId};`),
})

/** Households of all communities of a street. */
export const householdsUnder = (streetId: string): Where => ({
  _id: between(`${streetId}.`, `${streetId}/`),
})

/** The next of them, in order of id. */
export const householdPage = (communityId: string, cursor: string | null, limit: number): Query => ({
  where: householdsFrom(communityId, cursor),
  sort: { _id: 1 },
  limit,
})

/** Households of a community's roster in order of id after a cursor, only to be counted. */
export const householdsAfter = (communityId: string, cursor: string, limit: number): Query => ({
  where: { _id: between(cursor || `${communityId}:`, `${communityId};`) },
  sort: { _id: 1 },
  limit,
  only: ['building'],
})
