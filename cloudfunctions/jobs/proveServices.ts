import type { Database } from '../kit/database'
import { compareService, participationIdIn } from '../party/proof'
import { byIds } from '../party/queries'
import { participations, type Participation } from '../party/store'
import { servicesAfter } from '../points/queries'
import { journals, type Journal } from '../points/store'
import type { Prove } from './reconcile'
import { withDifferences } from './run'

const perPage = 400

/** Looks for entries of service that no participation stands behind. */
export const proveServices: Prove = async (db, before) => {
  const page = await db.list(journals, servicesAfter(before.cursor, perPage))
  const known = await participationsOf(db, page)
  const found = page.flatMap((journal) =>
    compareService(journal, known.get(participationIdIn(journal._id) ?? '')),
  )
  const run = withDifferences(before, found)
  const last = page[page.length - 1]
  return last && page.length === perPage
    ? { ...run, cursor: last._id }
    : { ...run, stage: 'done', cursor: '' }
}

/** Read after their journals: what was written together with one is there by then. */
async function participationsOf(db: Database, page: readonly Journal[]): Promise<Map<string, Participation>> {
  const ids = [...new Set(page.flatMap(({ _id }) => participationIdIn(_id) ?? []))]
  const found = ids.length > 0 ? await db.list(participations, byIds(ids)) : []
  return new Map(found.map((participation) => [participation._id, participation]))
}
