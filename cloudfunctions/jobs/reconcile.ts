import type { Output } from '../contract'
import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { freezeBroken, publishProofs } from './freeze'
import { proveAccounts } from './proveAccounts'
import { proveItems } from './proveItems'
import { proveParticipations } from './proveParticipations'
import { proveRedemptions } from './proveRedemptions'
import { proveServices } from './proveServices'
import { jobRuns, type ReconcileRun } from './store'

/** Work of one call, in ms: well inside the function's 60 s. */
const budgetMs = 35_000

const leaseMs = 75_000

/** Looks at the next page of a stage. @returns the run after it */
export type Prove = (
  db: Parameters<Handler<'jobs.reconcile'>>[1]['db'],
  run: ReconcileRun,
) => Promise<ReconcileRun>

const stages: Record<Exclude<ReconcileRun['stage'], 'done'>, Prove> = {
  accounts: proveAccounts,
  redemptions: proveRedemptions,
  items: proveItems,
  participations: proveParticipations,
  services: proveServices,
}

/**
 * Proves the ledger page by page against what the product wrote. A community in which a difference is found is
 * frozen at once; one whose run ends clean is open again. Resumable, leased, and read-only but for that.
 */
export const reconcile: Handler<'jobs.reconcile'> = async ({ restart = false }, { db, now, elapsedMs }) => {
  const leasedUntil = new Date(now.getTime() + leaseMs).toISOString()
  const found = await db.read(jobRuns, 'reconcile')
  if (found && found.leasedUntil > now.toISOString()) return { ...summary(found), finished: false }
  const goesOn = found?.day === chinaDay(now) && !restart
  if (goesOn && found.stage === 'done') return summary(found)
  let run = goesOn ? { ...found, leasedUntil } : newRun(chinaDay(now), leasedUntil)
  if (!(await takeLease())) return { ...summary(run), finished: false }
  while (run.stage !== 'done' && elapsedMs() < budgetMs) {
    const known = run.differences.length
    run = await stages[run.stage](db, run)
    await freezeBroken(db, run.differences.slice(known), now)
  }
  if (run.stage === 'done') await publishProofs(db, run, now)
  const released = { ...run, leasedUntil: now.toISOString() }
  // A holder that lost its lease meanwhile leaves the run to the other.
  const { _id, ...fields } = released
  await db.changeIf(jobRuns, _id, { leasedUntil }, fields)
  return summary(run)

  async function takeLease(): Promise<boolean> {
    if (!found) return db.insert(jobRuns, run)
    const { _id: id, ...leased } = run
    return db.changeIf(jobRuns, id, { leasedUntil: found.leasedUntil }, leased)
  }
}

const newRun = (day: string, leasedUntil: string): ReconcileRun => ({
  _id: 'reconcile',
  schemaVersion: 1,
  day,
  stage: 'accounts',
  cursor: '',
  communities: [],
  differences: [],
  leasedUntil,
})

function summary(run: ReconcileRun): Output<'jobs.reconcile'> {
  const sum = (field: 'journals' | 'accounts') =>
    run.communities.reduce((total, one) => total + one[field], 0)
  return {
    finished: run.stage === 'done',
    journals: sum('journals'),
    accounts: sum('accounts'),
    differences: run.differences,
  }
}
