import type { Database } from '../kit/database'
import { compareRedemption } from '../points/proof'
import { afterId, journalsById } from '../points/queries'
import { journals, redemptions, type Journal, type Redemption } from '../points/store'
import type { Prove } from './reconcile'
import { withDifferences } from './run'

const perPage = 400

/** Compares the next redemptions with the entries that paid for them and gave back. */
export const proveRedemptions: Prove = async (db, before) => {
  const page = await db.list(redemptions, afterId(before.cursor, perPage))
  const entries = await entriesOf(db, page)
  let run = before
  for (const redemption of page) {
    const found = differencesOf(redemption, entries)
    run = withDifferences(run, found.length > 0 ? await lookAgain(db, redemption._id) : [])
  }
  const last = page[page.length - 1]
  return last && page.length === perPage
    ? { ...run, cursor: last._id }
    : { ...run, stage: 'items', cursor: '' }
}

/** It may have ended between the two reads. */
async function lookAgain(db: Database, id: string) {
  const present = await db.read(redemptions, id)
  return present ? differencesOf(present, await entriesOf(db, [present])) : []
}

const differencesOf = (redemption: Redemption, entries: Map<string, Journal>) =>
  compareRedemption(
    redemption,
    entries.get(`redeem:${redemption._id}`),
    entries.get(`return:${redemption._id}`),
  )

async function entriesOf(db: Database, page: readonly Redemption[]): Promise<Map<string, Journal>> {
  if (page.length === 0) return new Map()
  const ids = page.flatMap(({ _id }) => [`redeem:${_id}`, `return:${_id}`])
  const found = await db.list(journals, journalsById(ids))
  return new Map(found.map((journal) => [journal._id, journal]))
}
