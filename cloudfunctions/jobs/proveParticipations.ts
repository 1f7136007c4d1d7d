import type { Database } from '../kit/database'
import { compareParticipation, keysOf } from '../party/proof'
import { participations, type Participation } from '../party/store'
import { afterId, journalsById } from '../points/queries'
import { journals, type Journal } from '../points/store'
import type { Prove } from './reconcile'
import { withDifferences } from './run'

const perPage = 300

/** Keys of one query; a participation has one and one more for each correction. */
const keysPerQuery = 1000

/** Compares the next participations with the entries that their hours gave. */
export const proveParticipations: Prove = async (db, before) => {
  const page = await db.list(participations, afterId(before.cursor, perPage))
  const entries = await entriesOf(db, page)
  let run = before
  for (const participation of page) {
    const found = compareParticipation(participation, entries)
    run = withDifferences(run, found.length > 0 ? await lookAgain(db, participation._id) : [])
  }
  const last = page[page.length - 1]
  return last && page.length === perPage
    ? { ...run, cursor: last._id }
    : { ...run, stage: 'services', cursor: '' }
}

/** It may have been settled between the two reads. */
async function lookAgain(db: Database, id: string) {
  const present = await db.read(participations, id)
  return present ? compareParticipation(present, await entriesOf(db, [present])) : []
}

async function entriesOf(db: Database, page: readonly Participation[]): Promise<Map<string, Journal>> {
  const keys = page.flatMap(keysOf)
  const entries = new Map<string, Journal>()
  for (let from = 0; from < keys.length; from += keysPerQuery)
    for (const journal of await db.list(journals, journalsById(keys.slice(from, from + keysPerQuery))))
      entries.set(journal._id, journal)
  return entries
}
