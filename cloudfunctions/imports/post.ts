import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import { inImport, withIdleRows } from './queries'
import { moved } from './rules'
import { batches, imports, type Import } from './store'

/**
 * Removes the rows of lists that were read long ago and not applied, or taken back; that somebody read them stays. A
 * run that broke is gone on with by the next. The named entry for `jobs`; one round trip, and two or three for each.
 * @returns how many lists it looked at, at most `limit`
 */
export async function sweepRows(db: Database, now: Date, limit: number): Promise<number> {
  const before = new Date(now.getTime() - limits.imports.rowsDays * 86_400_000).toISOString()
  const found = await db.list(imports, withIdleRows(before, limit))
  for (const one of found) if (await isIdle(db, one, now)) await removeRows(db, one._id, now)
  return found.length
}

/** @returns whether nobody can apply it any more; false where somebody was faster */
async function isIdle(db: Database, one: Import, now: Date): Promise<boolean> {
  if (one.state !== 'staged') return true
  const lapsed = moved(one, 'lapse', { actor: 'timer', at: now.toISOString() })
  return db.changeIf(imports, one._id, { state: 'staged' }, lapsed)
}

async function removeRows(db: Database, importId: string, now: Date): Promise<void> {
  await db.removeMany(batches, inImport(importId))
  await db.changeIf(imports, importId, {}, { rowsGoneAt: now.toISOString(), errors: [] })
}
