import type { Context, Handler } from '../kit/handler'
import { DatabaseError } from '../kit/errors'
import { Refusal } from '../kit/refusal'
import type { Tx } from '../kit/transact'
import { notify } from '../inbox/post'
import { emptyAccount } from './journal'
import { offer } from './offers'
import { redeemedNotice } from './notices'
import { openRedemption } from './openRedemption'
import { post } from './post'
import { reserve } from './reserve'
import { periodOf, standsOn, whyNotRedeem, withTally } from './rules'
import { accountIdOf, accounts, items, redemptions, type Item, type Redemption } from './store'
import { redemptionView } from './views'

type Redeeming = Context<'points.redeem'>

/** What is asked for, once its stock is reserved. */
export interface Wish {
  /** The redemption's id: the one effect of the request. */
  id: string
  /** As it was when it was reserved. */
  item: Item
  quantity: number
  /** What the member agreed to pay in all; absent: whatever it costs. */
  atMostPoints?: number
}

/**
 * Spends points on an item. Stock is reserved first, outside the transaction, so that three hundred at once do
 * not conflict on one document; then account, journal and redemption are written together. Nine round trips, eight
 * where this instance has seen the item.
 */
export const redeem: Handler<'points.redeem'> = async ({ itemId, quantity, atMostPoints }, context) => {
  const { me, db, fail, inputHash } = context
  const id = context.effectId('r')
  const item = await offer(db, itemId, id, quantity)
  if (!item || item.communityId !== me.residency.communityId) return fail('NOT_FOUND')
  const reserved = await reserve({ id, item, quantity }, context)
  const redemption =
    'earlier' in reserved
      ? reserved.earlier
      : await spend({ id, item: reserved.item, quantity, atMostPoints }, context)
  // The same request id with another input is a mistake of the client, never a second effect.
  if (redemption.inputHash !== inputHash) return fail('CONFLICT')
  return redemptionView(redemption)
}

async function spend(wish: Wish, context: Redeeming): Promise<Redemption> {
  const { db, now } = context
  const { item, quantity, id } = wish
  try {
    const redemption = await db.transact((tx, attempt) => write(tx, attempt, wish, context))
    const at = now.toISOString()
    if (!standsOn(redemption, item._id, at)) await db.giveBack(items, item._id, id, { quantity, at })
    return redemption
  } catch (error) {
    if (wroteNothing(error)) await db.giveBack(items, item._id, id, wish)
    throw error
  }
}

/** Otherwise the reservation stays until a repeat or the sweeper sees what came of it. */
const wroteNothing = (error: unknown): boolean =>
  error instanceof Refusal || (error instanceof DatabaseError && !error.outcomeOpen)

async function write(tx: Tx, attempt: number, wish: Wish, context: Redeeming): Promise<Redemption> {
  const { item, quantity, id } = wish
  const { me, now, fail } = context
  const found = await tx.find(accounts, accountIdOf(item.communityId, me.memberId))
  const account = found ?? emptyAccount(item.communityId, me.memberId)
  const denial = whyNotRedeem(account, wish, now)
  // Points and limit may be used up by this very request, repeated after its redemption has ended.
  const mine = denial || attempt > 0 ? await tx.find(redemptions, id) : null
  if (mine) return mine
  if (denial) return fail(denial)
  const { journal } = await post(tx, withTally(account, item._id, periodOf(item, now), quantity), {
    key: `redeem:${id}`,
    amount: -item.costPoints * quantity,
    system: 'shop',
    reason: { rule: null, ruleVersion: null, kind: 'redeem', title: titleOf(wish) },
    redemptionId: id,
    reverses: null,
    actor: me.by?.memberId ?? me.memberId,
    at: now.toISOString(),
  })
  // Its code is for the resident alone: whoever redeems in their stead is not shown it.
  if (me.by) await notify(tx, redeemedNotice(wish, me.memberId, me.by, now))
  // A clash of digits within the community makes the transaction start over, and with it comes the next salt.
  return tx.insert(redemptions, openRedemption(wish, journal, attempt, context))
}

const titleOf = ({ item, quantity }: Wish): string =>
  quantity > 1 ? `${item.name} × ${quantity}` : item.name
