import { z } from 'zod'
import { Instant } from '../contract/fields'
import { LedgerFigures } from '../contract/points'
import { collection } from '../kit/collection'

const Counts = LedgerFigures.extend({ communityId: z.string() })

/** How far a proof of the ledger has come. One document; the next call goes on where it says. */
const ReconcileRun = z.object({
  _id: z.literal('reconcile'),
  schemaVersion: z.literal(1),
  /** The day in China that the run belongs to: one run a day, unless the operator asks for another. */
  day: z.string(),
  stage: z.enum(['accounts', 'redemptions', 'items', 'participations', 'services', 'done']),
  /** Id of the last document of the stage that was looked at. */
  cursor: z.string(),
  communities: z.array(Counts).max(1000),
  differences: z
    .array(z.object({ document: z.string(), problem: z.string(), communityId: z.string() }))
    .max(100),
  /** Nobody else goes on before this moment. It also tells the holder whether it still is. */
  leasedUntil: Instant,
})

/** Where the sweeper of reservations goes on: after this item; from the first where it is empty. */
const Sweep = z.object({
  _id: z.literal('sweepReservations'),
  schemaVersion: z.literal(1),
  cursor: z.string(),
})

export type ReconcileRun = z.infer<typeof ReconcileRun>

export type Sweep = z.infer<typeof Sweep>

export const jobRuns = collection<ReconcileRun>('job_runs', ReconcileRun)
export const sweeps = collection<Sweep>('job_runs', Sweep)
