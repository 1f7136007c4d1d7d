import type { Database } from '../kit/database'
import type { ActedBy } from '../kit/proxies'
import { emptyAccount } from './journal'
import { post } from './post'
import { moved, whyNotMove, withTally } from './rules'
import { accounts, items, journals, redemptions, type Redemption } from './store'

/** Who ends a redemption, why, and by which request. */
export interface Ending {
  event: 'cancel' | 'timeOut'
  actor: string
  /** Who really does it, in the actor's stead (代办). */
  by?: ActedBy
  request: string
  at: string
}

type Refunded = Redemption | 'ALREADY_PICKED_UP' | 'ALREADY_ENDED' | null

/**
 * Ends an open redemption and puts its points back into the lots that they came from, in one transaction; then
 * its stock goes back. Should that last step be lost, the sweeper does it. Nine round trips.
 * @param mayEnd whether this redemption is the caller's to end
 * @returns the ended redemption (also when the same request ended it before), why not, or null when there is none
 */
export async function refund(
  db: Database,
  redemptionId: string,
  mayEnd: (redemption: Redemption) => boolean,
  ending: Ending,
): Promise<Refunded> {
  const result = await db.transact<Refunded>(async (tx) => {
    const redemption = await tx.find(redemptions, redemptionId)
    if (!redemption || !mayEnd(redemption)) return null
    if (redemption.endedBy === ending.request) return redemption
    const why = whyNotMove(redemption, ending.event)
    if (why) return why
    const paid = await tx.find(journals, `redeem:${redemptionId}`)
    const account = await tx.find(accounts, redemption.accountId)
    if (!paid) throw new Error('a redemption without its journal')
    const { itemId, period, quantity, costPoints, communityId, memberId } = redemption
    await post(tx, withTally(account ?? emptyAccount(communityId, memberId), itemId, period, -quantity), {
      key: `return:${redemptionId}`,
      amount: costPoints,
      lots: paid.member.lots.map((lot) => ({ ...lot, points: -lot.points })),
      system: 'shop',
      reason: { ...paid.reason, kind: ending.event === 'cancel' ? 'cancel' : 'timeout' },
      redemptionId,
      reverses: paid._id,
      actor: ending.by?.memberId ?? ending.actor,
      at: ending.at,
    })
    return tx.put(redemptions, moved(redemption, ending.event, ending))
  })
  if (result && typeof result === 'object') await db.giveBack(items, result.itemId, result._id, result)
  return result
}
