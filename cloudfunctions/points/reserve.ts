import type { Context } from '../kit/handler'
import { sleep } from '../kit/retry'
import { whyNotTake } from './rules'
import type { Wish } from './redeem'
import { items, redemptions, type Redemption } from './store'

/**
 * Milliseconds after which a reservation without its redemption belongs to a caller that must be dead: the
 * function's time-out (10 s, `config/cloud.ts`) and half as much again.
 */
export const reservationGraceMs = 15_000

const looks = 12

/**
 * Reserves stock for a redemption before its transaction.
 * @returns null when the reservation is ours, or the redemption that an earlier call of the same request made
 * @throws Refusal ITEM_CLOSED, REDEMPTION_FROZEN, SOLD_OUT; CONFLICT while the same request is still under way
 */
export async function reserve(
  { id, item: seen, quantity }: Wish,
  { db, now, fail, random }: Context<'points.redeem'>,
): Promise<Redemption | null> {
  let item = seen
  for (let look = 0; look < looks; look += 1) {
    const taking = { quantity, at: now.toISOString() }
    const why = whyNotTake(item, quantity)
    if (
      !why &&
      !item.reserved[id] &&
      (await db.take(items, item._id, id, taking, { state: 'open', frozen: false }))
    )
      return null
    const earlier = await db.read(redemptions, id)
    if (earlier) return earlier
    const held = item.reserved[id]
    if (why && !held) fail(why)
    // The same request with another quantity: going on with it would hold less than is redeemed.
    if (held && held.quantity !== quantity) fail('CONFLICT')
    if (held && Date.parse(held.at) < now.getTime() - reservationGraceMs) {
      if (await db.takeOver(items, item._id, id, held, taking.at)) return null
    } else if (held) await sleep(80 + 80 * look * random())
    item = (await db.read(items, item._id)) ?? fail('NOT_FOUND')
  }
  return fail('CONFLICT')
}
