import type { Context } from '../kit/handler'
import { sleep } from '../kit/retry'
import { offerNow } from './offers'
import { whyNotTake } from './rules'
import { items, redemptions, type Item, type Redemption } from './store'

/**
 * Milliseconds after which a reservation without its redemption belongs to a caller that must be dead: the
 * function's time-out (10 s, `config/cloud.ts`) and half as much again.
 */
export const reservationGraceMs = 15_000

const looks = 12

/** What a reservation is made for. */
interface Need {
  /** The redemption's id, and the reservation's. */
  id: string
  item: Item
  quantity: number
}

/**
 * Reserves stock for a redemption before its transaction.
 * @param need its item may be an earlier look at it
 * @returns the item as it was when it was reserved, or the redemption that an earlier call of the same request made
 * @throws Refusal ITEM_CLOSED, REDEMPTION_FROZEN, SOLD_OUT, NOT_FOUND; CONFLICT while the same request is under way
 */
export async function reserve(
  { id, item, quantity }: Need,
  { db, now, fail, random }: Context<'points.redeem'>,
): Promise<{ item: Item } | { earlier: Redemption }> {
  const taking = { quantity, at: now.toISOString() }
  let seen = item
  for (let look = 0; look < looks; look += 1) {
    const held = seen.reserved[id]
    const why = whyNotTake(seen, quantity)
    const asSeen = { state: 'open', frozen: false, version: seen.version }
    if (!why && !held && (await db.take(items, item._id, id, taking, asSeen))) return { item: seen }
    const earlier = await db.read(redemptions, id)
    if (earlier) return { earlier }
    if (why && !held) return fail(why)
    // The same request with another quantity: going on with it would hold less than is redeemed.
    if (held && held.quantity !== quantity) return fail('CONFLICT')
    if (held && Date.parse(held.at) < now.getTime() - reservationGraceMs) {
      if (await db.takeOver(items, item._id, id, held, taking.at)) return { item: seen }
    } else if (held) await sleep(80 + 80 * look * random())
    seen = (await offerNow(db, item._id, id)) ?? fail('NOT_FOUND')
  }
  return fail('CONFLICT')
}
