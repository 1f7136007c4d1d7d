import type { Database } from '../kit/database'
import { compareItem, type Difference } from '../points/proof'
import { afterId, pickedUpOf } from '../points/queries'
import { standsOn } from '../points/rules'
import { items, redemptions, type Item } from '../points/store'
import type { Prove } from './reconcile'
import { withDifferences } from './run'

const perPage = 100
const redemptionsPerPage = 1000

/** Checks the stock of the next items against what was put on the shelf and what was picked up. */
export const proveItems: Prove = async (db, before) => {
  const page = await db.list(items, afterId(before.cursor, perPage))
  let run = before
  for (const item of page) run = withDifferences(run, await differencesOf(db, item))
  const last = page[page.length - 1]
  return last && page.length === perPage
    ? { ...run, cursor: last._id }
    : { ...run, stage: 'participations', cursor: '' }
}

/** The redemptions were read after the item, and may have moved on: what differs is looked at anew. */
async function differencesOf(db: Database, seen: Item): Promise<Difference[]> {
  let item: Item | null = seen
  let found: Difference[] = []
  for (let look = 0; look < 5 && item; look += 1) {
    found = compareItem(item, await handedOver(db, item))
    if (found.length === 0) return []
    item = await db.read(items, seen._id)
  }
  return item ? found : []
}

/** Units that were picked up. One whose reservation is not settled yet counts as reserved. */
async function handedOver(db: Database, { _id, reserved }: Item): Promise<number> {
  let [units, cursor] = [0, '']
  for (;;) {
    const page = await db.list(redemptions, pickedUpOf(_id, cursor, redemptionsPerPage))
    for (const redemption of page) {
      const held = reserved?.[redemption._id]
      if (!held || !standsOn(redemption, _id, held.at)) units += redemption.quantity
    }
    const last = page[page.length - 1]
    if (!last || page.length < redemptionsPerPage) return units
    cursor = last._id
  }
}
