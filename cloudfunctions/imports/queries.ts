import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { absent, below, between, oneOf, type Where } from '../kit/where'

/** A community's latest imports, newest first. Served by `imports.community_staged`. */
export const latestImports = (communityId: string): Query => ({
  where: { communityId },
  sort: { stagedAt: -1 },
  limit: limits.pageSize,
  leaveOut: ['errors'],
})

/** Batches of one import of a territory. A community's buildings fill some tens. */
export const batchesOf = (importId: string): Query => ({ where: inImport(importId), limit: 1000 })

/** The batches of one import: its id begins theirs. */
export const inImport = (importId: string): Where => ({ _id: between(`${importId}:`, `${importId};`) })

/**
 * Imports from before an instant whose rows nothing can be done with any more, the oldest first. Served by
 * `imports.state_staged`.
 */
export const withIdleRows = (before: string, limit: number): Query => ({
  where: {
    state: oneOf(['staged', 'undone', 'lapsed']),
    stagedAt: below(before),
    rowsGoneAt: absent(),
  },
  sort: { stagedAt: 1 },
  limit,
  leaveOut: ['errors'],
})
