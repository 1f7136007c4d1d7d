import type { ActedBy } from '../kit/proxies'
import { chinaDay, chinaPeriod } from '../kit/time'
import { availableOf } from './lots'
import type { Account, Item, Redemption } from './store'

/** Why an item cannot be taken, whoever asks; null when it can. */
export function whyNotTake(
  item: Pick<Item, 'state' | 'frozen' | 'left'>,
  quantity: number,
): 'ITEM_CLOSED' | 'REDEMPTION_FROZEN' | 'SOLD_OUT' | null {
  if (item.state !== 'open') return 'ITEM_CLOSED'
  if (item.frozen) return 'REDEMPTION_FROZEN'
  if (item.left < quantity) return 'SOLD_OUT'
  return null
}

/** An item without its reservations, which can be many. */
type Offer = Omit<Item, 'reserved'>

/** Why this account may not redeem so many of the item now; null when it may. */
export function whyNotRedeem(
  account: Account,
  { item, quantity, atMostPoints = Infinity }: { item: Offer; quantity: number; atMostPoints?: number },
  now: Date,
): 'PRICE_CHANGED' | 'LIMIT_REACHED' | 'INSUFFICIENT_POINTS' | null {
  const cost = item.costPoints * quantity
  if (cost > atMostPoints) return 'PRICE_CHANGED'
  if (quantity > mayStillRedeem(account, item, now)) return 'LIMIT_REACHED'
  if (availableOf(account.lots, chinaDay(now)) < cost) return 'INSUFFICIENT_POINTS'
  return null
}

/** How many of the item the limit per person leaves in the present period. */
export function mayStillRedeem(account: Account, item: Offer, now: Date): number {
  const period = periodOf(item, now)
  const tally = account.tallies.find((one) => one.itemId === item._id && one.period === period)
  return Math.max(0, item.limitPerPerson - (tally?.quantity ?? 0))
}

/** The period that a redemption counts in: `2026-11`, `2026-Q4`, or `always`. */
export const periodOf = (item: Pick<Item, 'limitPeriod'>, now: Date): string =>
  item.limitPeriod === 'always' ? 'always' : chinaPeriod(item.limitPeriod, now)

/** The account with a tally changed by `change`; tallies of past periods fall away when the item is redeemed again. */
export function withTally(account: Account, itemId: string, period: string, change: number): Account {
  const sameItem = account.tallies.find((one) => one.itemId === itemId && one.period === period)
  const others = account.tallies.filter((one) => one.itemId !== itemId)
  // A refund of an earlier period changes nothing in the present one.
  if (!sameItem && change < 0) return account
  const quantity = (sameItem?.quantity ?? 0) + change
  const tallies = quantity > 0 ? [...others, { itemId, period, quantity }] : others
  return { ...account, tallies: tallies.slice(-400) }
}

/**
 * Whether a redemption stands on a reservation of an item taken at `at`. A repeat of the request that came after
 * the redemption's end, or that named another item, may have left one that nothing stands on.
 */
export const standsOn = (
  redemption: Pick<Redemption, 'itemId' | 'endedAt'>,
  itemId: string,
  at: string,
): boolean => redemption.itemId === itemId && (!redemption.endedAt || at <= redemption.endedAt)

/** The states of a redemption. What is not in the table does not happen. */
export const redemptionMoves = {
  pickUp: { from: 'open', to: 'picked_up' },
  cancel: { from: 'open', to: 'cancelled' },
  timeOut: { from: 'open', to: 'timed_out' },
} as const satisfies Record<string, { from: Redemption['state']; to: Redemption['state'] }>

export type RedemptionEvent = keyof typeof redemptionMoves

/** Why an event cannot happen to a redemption as it stands; null when it can. */
export function whyNotMove(
  redemption: Pick<Redemption, 'state'>,
  event: RedemptionEvent,
): 'ALREADY_PICKED_UP' | 'ALREADY_ENDED' | null {
  if (redemption.state === redemptionMoves[event].from) return null
  return redemption.state === 'picked_up' ? 'ALREADY_PICKED_UP' : 'ALREADY_ENDED'
}

/** The redemption after an event that may happen: state and timeline move together. */
export function moved(
  redemption: Redemption,
  event: RedemptionEvent,
  ending: { actor: string; by?: ActedBy; request: string; at: string },
): Redemption {
  const { actor, by, request, at } = ending
  return {
    ...redemption,
    state: redemptionMoves[event].to,
    openCode: redemption._id,
    endedAt: at,
    endedBy: request,
    timeline: [...redemption.timeline, { event, at, actor, ...(by ? { by } : {}) }],
  }
}
