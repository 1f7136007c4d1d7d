import type { Query } from '../kit/database'
import { atMost } from '../kit/where'

/** Desks at which it is time to look, the longest waiting first. Served by `desks.sweep`. */
export const toSweep = (at: string, limit: number): Query => ({
  where: { sweepAt: atMost(at) },
  sort: { sweepAt: 1 },
  limit,
})
