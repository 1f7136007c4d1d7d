import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { above, atMost, oneOf } from '../kit/where'

const { perPlace } = limits.duty

/** Duties at a place that are in force or wait, at most as many as there may be. Served by `duties.place_state`. */
export const dutiesAt = (placeId: string): Query => ({
  where: { placeId, state: oneOf(['waiting', 'in_force', 'due']) },
  limit: perPlace,
})

/** Duties of these places that wait to be decided, some of them. Served by `duties.place_state`. */
export const openAt = (placeIds: readonly string[]): Query => ({
  where: { placeId: oneOf(placeIds), state: oneOf(['waiting', 'due']) },
  limit: limits.case.counted,
})

/** Invitations to a place that are not used up or over. Served by `invitations.place_state`. */
export const invitationsTo = (placeId: string, now: string): Query => ({
  where: { placeId, state: oneOf(['open', 'locked']), expiresAt: above(now) },
  limit: perPlace,
})

/** Duties whose time has come, the longest waiting first. Served by `duties.next`. */
export const timedOut = (now: string, limit: number): Query => ({
  where: { nextAt: atMost(now) },
  sort: { nextAt: 1 },
  limit,
})

/** Invitations that can be accepted no more, and still hold a name and a number. Served by `invitations.state_expires`. */
export const expired = (now: string, limit: number): Query => ({
  where: { state: oneOf(['open', 'locked']), expiresAt: atMost(now) },
  sort: { expiresAt: 1 },
  limit,
})

/** Members by id. */
export const membersById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})

/** What somebody has, or waits for. Served by `duties.member_state`. */
export const aliveOf = (memberId: string): Query => ({
  where: { memberId, state: oneOf(['waiting', 'in_force', 'due']) },
  limit: limits.duty.perPerson,
})
