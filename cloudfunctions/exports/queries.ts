import { bounds } from '../contract/exports-bounds'
import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { atLeast, atMost, oneOf } from '../kit/where'
import { partIdOf } from './store'

/** What somebody asked for in a community, latest first. Served by `exports.member_community`. */
export const latestOf = (memberId: string, communityId: string): Query => ({
  where: { memberId, communityId },
  sort: { askedAt: -1 },
  limit: limits.pageSize,
})

/** What somebody asked for since an instant, as far as it counts. Served by `exports.member_asked`. */
export const askedSince = (memberId: string, since: string): Query => ({
  where: { memberId, askedAt: atLeast(since) },
  limit: limits.exports.perDay,
  only: ['state'],
})

/** Parts from one on, in order. */
export const partsFrom = (exportId: string, from: number, count: number): Query => ({
  where: { _id: oneOf(Array.from({ length: count }, (_, index) => partIdOf(exportId, from + index))) },
  sort: { _id: 1 },
  limit: count,
})

/** Exports whose time is up, the oldest first. Served by `exports.expires`. */
export const due = (now: string): Query => ({
  where: { expiresAt: atMost(now) },
  sort: { expiresAt: 1 },
  limit: bounds.swept,
})
