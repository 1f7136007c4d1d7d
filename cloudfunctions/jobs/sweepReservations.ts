import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { redemptionsById, reservedItems } from '../points/queries'
import { reservationGraceMs } from '../points/reserve'
import { standsOn } from '../points/rules'
import { items, redemptions, type Item, type Redemption } from '../points/store'

/**
 * Compares reservations with redemptions: what no redemption claims goes back to the stock, what was picked up is
 * settled, what is open stays. Every move is atomic and conditional, so two runs at once do it once.
 */
export const sweepReservations: Handler<'jobs.sweepReservations'> = async ({ graceMs }, { db, now }) => {
  const before = new Date(now.getTime() - (graceMs ?? reservationGraceMs)).toISOString()
  const holding = await db.list(items, reservedItems())
  let [givenBack, settled] = [0, 0]
  for (const item of holding) {
    const swept = await sweepItem(db, item, before)
    givenBack += swept.givenBack
    settled += swept.settled
  }
  return { itemsLooked: holding.length, givenBack, settled }
}

async function sweepItem(db: Database, item: Item, before: string) {
  const aged = Object.entries(item.reserved).filter(([, { at }]) => at < before)
  const claims = await redemptionsOf(
    db,
    aged.map(([id]) => id),
  )
  let [givenBack, settled] = [0, 0]
  for (const [id, held] of aged) {
    const claim = claims.get(id)
    const state = claim && standsOn(claim, item._id, held.at) ? claim.state : null
    if (state === 'open') continue
    if (state === 'picked_up') settled += Number(await db.settle(items, item._id, id, held))
    else givenBack += Number(await db.giveBack(items, item._id, id, held))
  }
  return { givenBack, settled }
}

async function redemptionsOf(db: Database, ids: readonly string[]): Promise<Map<string, Redemption>> {
  const claims = new Map<string, Redemption>()
  for (let from = 0; from < ids.length; from += 1000) {
    const found = await db.list(redemptions, redemptionsById(ids.slice(from, from + 1000)))
    for (const redemption of found) claims.set(redemption._id, redemption)
  }
  return claims
}
