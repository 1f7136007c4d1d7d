import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { redemptionsById, reservedItems } from '../points/queries'
import { reservationGraceMs } from '../points/reserve'
import { standsOn } from '../points/rules'
import { items, redemptions, type Item, type Redemption } from '../points/store'
import { sweeps } from './store'

/** Items that are looked at together, and milliseconds after which a run stops: the next one goes on after them. */
const [batch, budgetMs] = [100, 20_000]

/** Redemptions of one query. */
const atOnce = 1000

/** A reservation that is old enough to have its redemption. */
interface Aged {
  id: string
  itemId: string
  held: Item['reserved'][string]
}

/**
 * Compares reservations with redemptions: what no redemption claims goes back to the stock, what was picked up is
 * settled, what is open stays. Every move is atomic and conditional, so two runs at once do it once. Two round trips,
 * and one for each hundred items and each thousand reservations.
 */
export const sweepReservations: Handler<'jobs.sweepReservations'> = async (
  { graceMs },
  { db, now, elapsedMs },
) => {
  const before = new Date(now.getTime() - (graceMs ?? reservationGraceMs)).toISOString()
  const begun = (await db.read(sweeps, 'sweepReservations'))?.cursor ?? ''
  let [cursor, itemsLooked, givenBack, settled] = [begun, 0, 0, 0]
  do {
    const holding = await db.list(items, reservedItems(cursor, batch))
    const swept = await sweep(db, agedOf(holding, before))
    itemsLooked += holding.length
    givenBack += swept.givenBack
    settled += swept.settled
    cursor = holding.length === batch ? (holding[batch - 1]?._id ?? '') : ''
  } while (cursor && elapsedMs() < budgetMs)
  if (cursor !== begun) await db.put(sweeps, { _id: 'sweepReservations', schemaVersion: 1, cursor })
  return { itemsLooked, givenBack, settled }
}

const agedOf = (holding: readonly Pick<Item, '_id' | 'reserved'>[], before: string): Aged[] =>
  holding.flatMap(({ _id, reserved }) =>
    Object.entries(reserved)
      .filter(([, { at }]) => at < before)
      .map(([id, held]) => ({ id, itemId: _id, held })),
  )

async function sweep(db: Database, aged: readonly Aged[]) {
  const claims = await redemptionsOf(db, [...new Set(aged.map(({ id }) => id))])
  let [givenBack, settled] = [0, 0]
  for (const { id, itemId, held } of aged) {
    const claim = claims.get(id)
    const state = claim && standsOn(claim, itemId, held.at) ? claim.state : null
    if (state === 'open') continue
    if (state === 'picked_up') settled += Number(await db.settle(items, itemId, id, held))
    else givenBack += Number(await db.giveBack(items, itemId, id, held))
  }
  return { givenBack, settled }
}

async function redemptionsOf(db: Database, ids: readonly string[]): Promise<Map<string, Redemption>> {
  const claims = new Map<string, Redemption>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const found = await db.list(redemptions, redemptionsById(ids.slice(from, from + atOnce)))
    for (const redemption of found) claims.set(redemption._id, redemption)
  }
  return claims
}
