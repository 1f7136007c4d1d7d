import type { Database } from '../kit/database'
import { lapsed } from './queries'
import { moved } from './states'
import { cases } from './store'

/**
 * Closes answered cases whose time is up, so many at most. Each is a transaction of its own that looks again, so two
 * runs at once close each case once. Four round trips a case.
 * @returns how many were closed, and whether there may be more
 */
export async function lapseCases(
  db: Database,
  now: Date,
  limit: number,
): Promise<{ closed: number; more: boolean }> {
  const at = now.toISOString()
  const due = await db.list(cases, lapsed(at, limit))
  let closed = 0
  for (const { _id } of due) closed += Number(await lapse(db, _id, at))
  return { closed, more: due.length === limit }
}

/** @returns false when its reporter was faster */
const lapse = (db: Database, caseId: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const kase = await tx.find(cases, caseId)
    if (!kase) return false
    const doing = {
      effectId: `lapse:${kase.version}`,
      inputHash: '',
      at,
      speaker: 'timer',
      actor: 'timer',
    } as const
    const after = moved(kase, { event: 'lapse' }, ['timer'], doing)
    if (typeof after === 'string') return false
    await tx.put(cases, after)
    return true
  })
