import type { Output } from '../contract'
import { limits } from '../contract/limits'
import type { ResidentActor } from '../kit/actor'
import type { Database } from '../kit/database'
import { chinaDay } from '../kit/time'
import { availableOf } from './lots'
import {
  accountsOf,
  allItems,
  openItems,
  proofsOf,
  redeemedAt,
  redeemedIn,
  redeemedSince,
  toPickUp,
} from './queries'
import {
  accountIdOf,
  accounts,
  items,
  proofs,
  redemptions,
  type Item,
  type Proof,
  type Redemption,
} from './store'

export { accountIdOf }

type Goods = NonNullable<Output<'home.work'>['goods']>
type Summary = Omit<NonNullable<Output<'home.show'>['resident']>, 'building' | 'unit'>

/** A few items that can be redeemed, cheapest first. The named entry for `home`; one round trip. */
export const itemsOnShow = (db: Database, communityId: string, count: number): Promise<Item[]> =>
  db.list(items, openItems(communityId, count))

/** What the first screen tells of a resident's points. The named entry for `home`; two round trips. */
export async function summaryOf(db: Database, me: ResidentActor, now: Date): Promise<Summary> {
  const [account, waiting] = await Promise.all([
    db.read(accounts, accountIdOf(me.residency.communityId, me.memberId)),
    db.list(redemptions, toPickUp(me.memberId)),
  ])
  const today = chinaDay(now)
  const lots = (account?.lots ?? []).filter(({ expiresOn }) => expiresOn >= today)
  return {
    available: availableOf(lots, today),
    nextExpiry: lots[0] ?? null,
    toPickUp: waiting.slice(0, limits.home.toPickUp).map((redemption) => ({
      id: redemption._id,
      itemName: redemption.itemName,
      quantity: redemption.quantity,
      pickupPlace: redemption.pickupPlace,
      pickUpBefore: redemption.pickUpBefore,
    })),
    toPickUpCount: waiting.length,
  }
}

/** How a community's goods stand. The named entry for `home`; one round trip. */
export async function goodsOf(db: Database, communityId: string): Promise<Goods> {
  const all = await db.list(items, allItems(communityId))
  const offered = all.filter(({ state }) => state === 'open')
  return {
    waiting: all.reduce((sum, { reservedUnits }) => sum + reservedUnits, 0),
    takeable: offered.filter(({ left, frozen }) => left > 0 && !frozen).length,
    gone: offered.filter(({ left }) => left === 0).length,
    items: all.length,
  }
}

/** The last proofs of some communities' ledgers. The named entry for `home`; one round trip. */
export const lastProofs = (db: Database, communityIds: readonly string[]): Promise<Proof[]> =>
  db.list(proofs, proofsOf(communityIds))

/** All items of a community. The named entry for `exports`; one round trip. */
export const itemsOf = (db: Database, communityId: string): Promise<Item[]> =>
  db.list(items, allItems(communityId))

/** A redemption without what happened to it on the way. */
export type Redeemed = Omit<Redemption, 'timeline'>

/**
 * What was redeemed in a month after one of them, in the order of the moment. The named entry for `exports`; one round
 * trip for the first page, two for the others.
 * @param cursor instant and id of the last one that was read
 */
export async function redeemedAfter(
  db: Database,
  communityId: string,
  month: string,
  cursor: string | null,
  limit: number,
): Promise<Redeemed[]> {
  const [at = null, id = ''] = cursor?.split(' ') ?? []
  const same = at === null ? [] : await db.list(redemptions, redeemedAt(communityId, at, id, limit))
  if (same.length === limit) return same
  const later = await db.list(redemptions, redeemedSince(communityId, month, at, limit - same.length))
  return [...same, ...later]
}

/** How many there are. One round trip. */
export const countRedeemed = (db: Database, communityId: string, month: string): Promise<number> =>
  db.count(redemptions, redeemedIn(communityId, month))
/** Ids of somebody's accounts, one a community. The named entry for `privacy`; one round trip. */
export const accountIdsOf = async (db: Database, memberId: string): Promise<string[]> =>
  (await db.list(accounts, accountsOf(memberId))).map(({ _id }) => _id)

/** What somebody has in all accounts, and has to pick up. The named entry for `privacy`; two round trips. */
export async function pointsOf(db: Database, memberId: string, now: Date) {
  const [own, waiting] = await Promise.all([
    db.list(accounts, accountsOf(memberId)),
    db.list(redemptions, toPickUp(memberId)),
  ])
  const available = own.reduce((sum, { lots }) => sum + availableOf(lots, chinaDay(now)), 0)
  return { available, toPickUp: waiting.length }
}
