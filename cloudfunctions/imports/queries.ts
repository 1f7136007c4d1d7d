import { limits } from '../contract/limits'
import type { Query } from '../kit/database'

/** A community's latest imports, newest first. Served by `imports.community_staged`. */
export const latestImports = (communityId: string): Query => ({
  where: { communityId },
  sort: { stagedAt: -1 },
  limit: limits.pageSize,
  leaveOut: ['errors'],
})
