import type { LotPoints } from './store'

/** What can be spent today: lots whose last day has not passed. */
export const availableOf = (lots: readonly LotPoints[], today: string): number =>
  postedOf(lots.filter(({ expiresOn }) => expiresOn >= today))

/** Σ points, spendable or not. */
export const postedOf = (lots: readonly LotPoints[]): number =>
  lots.reduce((sum, { points }) => sum + points, 0)

/**
 * The changes that spending makes, earliest expiry first.
 * @returns negative changes that sum to −amount, or null when the spendable lots do not reach
 */
export function lotsToSpend(lots: readonly LotPoints[], amount: number, today: string): LotPoints[] | null {
  if (availableOf(lots, today) < amount) return null
  const changes: LotPoints[] = []
  let rest = amount
  for (const { expiresOn, points } of earliestFirst(lots)) {
    if (rest === 0) break
    if (expiresOn < today) continue
    const taken = Math.min(points, rest)
    changes.push({ expiresOn, points: -taken })
    rest -= taken
  }
  return changes
}

/** The lots after signed changes: one lot per day, none empty, earliest first. */
export function lotsAfter(lots: readonly LotPoints[], changes: readonly LotPoints[]): LotPoints[] {
  const byDay = new Map<string, number>()
  for (const { expiresOn, points } of [...lots, ...changes]) {
    byDay.set(expiresOn, (byDay.get(expiresOn) ?? 0) + points)
  }
  const left = [...byDay].filter(([, points]) => points !== 0)
  return earliestFirst(left.map(([expiresOn, points]) => ({ expiresOn, points })))
}

const earliestFirst = (lots: readonly LotPoints[]): LotPoints[] =>
  [...lots].sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
