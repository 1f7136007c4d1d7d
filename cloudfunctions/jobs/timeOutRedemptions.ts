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
  for (const { _id } of due) {
    const ended = await refund(db, _id, () => true, {
      event: 'timeOut',
      actor: 'timer',
      request: `timeOut:${_id}`,
      at,
    })
    // A member who cancels or picks up at this very moment was first; that is as good.
    if (ended && typeof ended === 'object') timedOut += 1
  }
  return { timedOut, more: due.length === batch }
}
