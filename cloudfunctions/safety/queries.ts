import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { above, atMost, oneOf } from '../kit/where'

type Open = 'review' | 'checking'

/** A page of what waits in some places, the oldest first. Served by `content_checks.community_state`. */
export const waitingIn = (placeIds: readonly string[], state: Open, after: string | undefined): Query => ({
  where: { communityId: oneOf(placeIds), state, ...(after ? { order: above(after) } : {}) },
  sort: { order: 1 },
  limit: limits.pageSize,
})

/** The same in some communities, as far as it counts. Served as a page is. */
export const countedIn = (communityIds: readonly string[], state: Open): Query => ({
  where: { communityId: oneOf(communityIds), state },
  limit: limits.safety.counted,
  only: ['state'],
})

/** What WeChat is to be asked about now, the longest due first. Served by `content_checks.next`. */
export const dueChecks = (now: string, limit: number): Query => ({
  where: { nextAt: atMost(now) },
  sort: { nextAt: 1 },
  limit,
})

/** What WeChat's answer names. Served by `content_checks.trace`. */
export const tracedAs = (traceId: string): Query => ({ where: { traceId }, limit: 1 })
