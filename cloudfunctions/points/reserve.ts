import type { Context } from '../kit/handler'
import { sleep } from '../kit/retry'
import { whyNotTake } from './rules'
import type { Wish } from './redeem'
import { items, redemptions, type Item, type Redemption } from './store'

/**
 * Milliseconds after which a reservation without its redemption belongs to a caller that must be dead: the
 * function's time-out (10 s, `config/cloud.ts`) and half as much again.
 */
export const reservationGraceMs = 15_000

const looks = 12

/** What a look at an item tells: whether it can be taken, and whether this request holds some of it already. */
type Seen = Pick<Item, 'state' | 'frozen' | 'left'> & { held?: Item['reserved'][string] }

/**
 * Reserves stock for a redemption before its transaction.
 * @returns null when the reservation is ours, or the redemption that an earlier call of the same request made
 * @throws Refusal ITEM_CLOSED, REDEMPTION_FROZEN, SOLD_OUT; CONFLICT while the same request is still under way
 */
export async function reserve(wish: Wish, context: Context<'points.redeem'>): Promise<Redemption | null> {
  const { id, item, quantity } = wish
  const { db, now, fail, random } = context
  const taking = { quantity, at: now.toISOString() }
  let seen: Seen = item
  for (let look = 0; look < looks; look += 1) {
    const mayTake = !whyNotTake(seen, quantity) && !seen.held
    if (mayTake && (await db.take(items, item._id, id, taking, { state: 'open', frozen: false }))) return null
    const earlier = await db.read(redemptions, id)
    if (earlier) return earlier
    seen = (await lookAt(wish, context)) ?? fail('NOT_FOUND')
    const why = whyNotTake(seen, quantity)
    if (why && !seen.held) fail(why)
    // The same request with another quantity: going on with it would hold less than is redeemed.
    if (seen.held && seen.held.quantity !== quantity) fail('CONFLICT')
    if (seen.held && Date.parse(seen.held.at) < now.getTime() - reservationGraceMs) {
      if (await db.takeOver(items, item._id, id, seen.held, taking.at)) return null
    } else if (seen.held) await sleep(80 + 80 * look * random())
  }
  return fail('CONFLICT')
}

/** Of the reservations only this request's own: there can be thousands. */
async function lookAt({ id, item }: Wish, { db }: Context<'points.redeem'>): Promise<Seen | null> {
  const part = await db.readPart(items, item._id, ['state', 'frozen', 'left', `reserved.${id}`])
  if (!part) return null
  const { state = 'closed', frozen = false, left = 0, reserved } = part
  return { state, frozen, left, held: reserved?.[id] }
}
