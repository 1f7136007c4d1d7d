import { limits } from '../contract/limits'
import { bounds } from '../contract/proxy-bounds'
import type { Query } from '../kit/database'
import { above, atMost, below } from '../kit/where'

/** Who is verified for a door. Served by `members.residency_household`. */
export const livingAt = (householdId: string): Query => ({
  where: { 'residency.householdId': householdId },
  // One more than is shown: whoever asks is left out.
  limit: bounds.personsShown + 1,
  only: ['name', 'schemaVersion', 'residency'],
})

/** What was done for a resident, newest first. Served by `proxies.resident_order`. */
export const recordsOf = (residentId: string, before: string | undefined): Query => ({
  where: { residentId, ...(before ? { order: below(before) } : {}) },
  sort: { order: -1 },
  limit: limits.pageSize,
})

/** What residents of a community objected to, the longest waiting first. Served by `proxies.community_objection`. */
export const objectedIn = (communityId: string): Query => ({
  where: { communityId, objectionKey: above('') },
  sort: { objectionKey: 1 },
  limit: limits.pageSize,
})

/** Those whose time has come, the longest waiting first. Served by `proxies.next`. */
export const timedOut = (now: string, limit: number): Query => ({
  where: { nextAt: atMost(now) },
  sort: { nextAt: 1 },
  limit,
})
