/** One line of `npm run prove`: what is claimed, and what was seen. */
export interface Line {
  /** What was done, in a few words. */
  line: string
  /** What must hold, e.g. `≤ 6 s`. */
  limit: string
  /** What was seen, e.g. `2.4 s`. */
  figure: string
  holds: boolean
}

/** How often each value occurs. */
export function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** e.g. `ok 200, SOLD_OUT 100` */
export const inWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
