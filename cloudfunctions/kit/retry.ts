/**
 * Attempts of one transaction. 40 callers on one account all got through within 12 on a quiet machine; a busy one
 * makes transactions longer and conflicts more.
 */
export const maxAttempts = 24

/** Milliseconds after which no new attempt begins: well inside a function's time-out of 10 s. */
export const retryBudgetMs = 6_500

const firstPauseMs = 8
const longestPauseMs = 500

/** A pause before the next attempt, in ms: exponential, capped, fully jittered so that losers spread out. */
export function pauseBefore(attempt: number, random: number): number {
  const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** attempt)
  return Math.ceil(ceiling * (0.25 + 0.75 * random))
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
