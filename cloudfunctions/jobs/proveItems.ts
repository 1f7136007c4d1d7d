import { compareItem } from '../points/proof'
import { afterId } from '../points/queries'
import { items } from '../points/store'
import type { Prove } from './reconcile'
import { withDifferences } from './run'

const perPage = 100

/** Checks the stock counters of the next items. */
export const proveItems: Prove = async (db, before) => {
  const page = await db.list(items, afterId(before.cursor, perPage))
  const run = withDifferences(before, page.flatMap(compareItem))
  const last = page[page.length - 1]
  return last && page.length === perPage
    ? { ...run, cursor: last._id }
    : { ...run, stage: 'done', cursor: '' }
}
