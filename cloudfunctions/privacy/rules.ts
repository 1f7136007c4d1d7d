import { bounds } from '../contract/privacy-bounds'
import { chinaDay } from '../kit/time'
import type { Copy, RevealTally } from './store'

/** Whether a new copy may be asked for: not twice on a day, unless the last one failed. */
export const mayAskCopy = (copy: Pick<Copy, 'state' | 'askedAt'> | null, now: Date): boolean =>
  !copy || copy.state === 'failed' || chinaDay(new Date(copy.askedAt)) !== chinaDay(now)

/**
 * The tally after one more reveal.
 * @returns null when today's are used up
 */
export function tallyAfter(memberId: string, found: RevealTally | null, now: Date): RevealTally | null {
  const day = chinaDay(now)
  const count = found?.day === day ? found.count : 0
  if (count >= bounds.revealsPerDay) return null
  return { _id: memberId, schemaVersion: 1, day, count: count + 1 }
}

/** The instants just before a search's days and at their end; null where they are out of order or too many. */
export function searchedDays(from: string, until: string): { after: string; last: string } | null {
  const [first, final] = [Date.parse(`${from}T00:00:00+08:00`), Date.parse(`${until}T00:00:00+08:00`)]
  const days = (final - first) / 86_400_000 + 1
  if (!(days >= 1) || days > bounds.auditDays) return null
  return {
    after: new Date(first - 1).toISOString(),
    last: new Date(final + 86_400_000 - 1).toISOString(),
  }
}

/** Where a timer goes on after something went wrong: later each time. */
export const againAt = (now: Date, tries: number): string =>
  new Date(now.getTime() + Math.min(60, 2 ** tries) * 60_000).toISOString()

/** Until when one run has a copy, or a deletion, for itself: longer than the function lives. */
export const leaseOf = (now: Date): string => new Date(now.getTime() + 2 * 60_000).toISOString()
