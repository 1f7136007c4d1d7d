import { z } from 'zod'
import { timer } from './access'
import { action } from './action'

/** Timers and operator commands. Each run is safe to repeat, and says what it did. */
export const jobs = {
  /** Gives back stock that no redemption claims, clears what is settled. */
  sweepReservations: action({
    access: timer(),
    input: z.strictObject({
      /** Milliseconds that a reservation may be without its redemption; at least the function's time-out. */
      graceMs: z.int().min(0).max(86_400_000).optional(),
    }),
    output: z.object({ itemsLooked: z.int(), givenBack: z.int(), settled: z.int() }),
    errors: [],
  }),
  /** Redemptions that nobody picked up in time: points and stock go back. */
  timeOutRedemptions: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ timedOut: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Proves the ledger, some accounts a call; freezes the communities in which it finds a difference. */
  reconcile: action({
    access: timer(),
    input: z.strictObject({
      /** Start over even if a run is under way. */
      restart: z.boolean().optional(),
    }),
    output: z.object({
      finished: z.boolean(),
      journals: z.int(),
      accounts: z.int(),
      /** The first differences found, each naming its document. */
      differences: z
        .array(z.object({ document: z.string(), problem: z.string(), communityId: z.string() }))
        .max(100),
    }),
    errors: [],
  }),
}
