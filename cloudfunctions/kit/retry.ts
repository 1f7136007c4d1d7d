/**
 * Attempts of one transaction. 40 callers on one account all got through within 12 on a quiet machine; a busy one
 * makes transactions longer and conflicts more.
 */
export const maxAttempts = 24

/** Milliseconds after which no new attempt begins: well inside a function's time-out of 10 s. */
export const retryBudgetMs = 6_500

/** Bounds of the unit that pauses are measured in, in ms: the shortest that a timer has, and long for any network. */
const [shortestSlotMs, longestSlotMs] = [1, 100]
const longestPauseMs = 500

/**
 * A pause before the next attempt, in ms: exponential, capped, jittered so that losers spread out. Its unit is what the
 * attempt before took, as on a shared wire: whoever comes back sooner meets the winner still at work, and on a network
 * each attempt in vain is a handful of round trips.
 * @param tookMs of the attempt that lost
 */
export function pauseBefore(attempt: number, random: number, tookMs: number): number {
  const slot = Math.min(longestSlotMs, Math.max(shortestSlotMs, tookMs))
  const ceiling = Math.min(longestPauseMs, slot * 2 ** attempt)
  return Math.ceil(ceiling * (0.25 + 0.75 * random))
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
