import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { expire } from '../points/expire'
import { overdue, withExpired } from '../points/queries'
import { refund } from '../points/refund'
import { accounts, redemptions } from '../points/store'

/** Refunds of one run, and accounts in which points expire; the next run goes on. */
const [refunds, expiries] = [100, 1000]

/** Milliseconds after which no more accounts are begun. */
const budgetMs = 35_000

/**
 * Puts the points and the stock of redemptions back that nobody picked up in time, and then takes the points out of
 * accounts whose last day has passed. Each is its own transaction that happens once, so two runs at once do no harm.
 */
export const timeOutRedemptions: Handler<'jobs.timeOutRedemptions'> = async (
  _input,
  { db, now, elapsedMs },
) => {
  const at = now.toISOString()
  let problem: unknown
  // One that fails must not hold up the others; the run is reported as failed all the same.
  const attempt = (work: Promise<boolean>) =>
    work.catch((error: unknown) => {
      problem ??= error
      return false
    })
  const due = await db.list(redemptions, overdue(at, refunds))
  let timedOut = 0
  for (const { _id } of due) timedOut += Number(await attempt(timeOut(db, _id, at)))
  const over = await db.list(accounts, withExpired(chinaDay(now), expiries))
  let [looked, expired] = [0, 0]
  for (const { _id } of over) {
    if (elapsedMs() > budgetMs) break
    looked += 1
    expired += Number(await attempt(expire(db, _id, at)))
  }
  if (problem) throw problem
  return { timedOut, expired, more: due.length === refunds || looked < over.length || looked === expiries }
}

/** @returns false when a member cancelled or picked up at this very moment: that is as good */
async function timeOut(db: Database, redemptionId: string, at: string): Promise<boolean> {
  const ending = { event: 'timeOut', actor: 'timer', request: `timeOut:${redemptionId}`, at } as const
  const ended = await refund(db, redemptionId, () => true, ending)
  return ended !== null && typeof ended === 'object'
}
