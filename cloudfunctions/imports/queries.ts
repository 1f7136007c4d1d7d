import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { between } from '../kit/where'

/** A community's latest imports, newest first. Served by `imports.community_staged`. */
export const latestImports = (communityId: string): Query => ({
  where: { communityId },
  sort: { stagedAt: -1 },
  limit: limits.pageSize,
  leaveOut: ['errors'],
})

/** Batches of one import of a territory: an import's id begins those of its batches. A community's buildings fill some tens. */
export const batchesOf = (importId: string): Query => ({
  where: { _id: between(`${importId}:`, `${importId};`) },
  limit: 1000,
})
