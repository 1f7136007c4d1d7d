import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { overdue } from '../points/queries'
import { refund } from '../points/refund'
import { redemptions } from '../points/store'

/** Refunds of one run; the next run goes on. */
const batch = 100

/**
 * Puts the points and the stock of redemptions back that nobody picked up in time. Each refund is its own
 * transaction under the redemption's own key, so two runs at once end each redemption once.
 */
export const timeOutRedemptions: Handler<'jobs.timeOutRedemptions'> = async (_input, { db, now }) => {
  const at = now.toISOString()
  const due = await db.list(redemptions, overdue(at, batch))
  let timedOut = 0
  let problem: unknown
  for (const { _id } of due) {
    try {
      timedOut += Number(await timeOut(db, _id, at))
    } catch (error) {
      // One that cannot be refunded must not hold up the others; the run is reported as failed all the same.
      problem ??= error
    }
  }
  if (problem) throw problem
  return { timedOut, more: due.length === batch }
}

/** @returns false when a member cancelled or picked up at this very moment: that is as good */
async function timeOut(db: Database, redemptionId: string, at: string): Promise<boolean> {
  const ending = { event: 'timeOut', actor: 'timer', request: `timeOut:${redemptionId}`, at } as const
  const ended = await refund(db, redemptionId, () => true, ending)
  return ended !== null && typeof ended === 'object'
}
