import { z } from 'zod'
import { timer } from './access'
import { action } from './action'

const nothing = z.strictObject({})

/** What `jobs` does for privacy. */
export const privacyJobs = {
  /** Makes the copies that were asked for, a file a step, and removes those whose days are over. */
  buildCopies: action({
    access: timer(),
    input: nothing,
    output: z.object({
      files: z.int(),
      ready: z.int(),
      expired: z.int(),
      failed: z.int(),
      more: z.boolean(),
    }),
    errors: [],
  }),
  /** Goes on with the deletion of accounts. */
  eraseAccounts: action({
    access: timer(),
    input: nothing,
    output: z.object({ settled: z.int(), done: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Removes what has been kept long enough, by the table of holdings. */
  removeOutdated: action({
    access: timer(),
    input: nothing,
    output: z.object({ removed: z.int(), more: z.boolean() }),
    errors: [],
  }),
}
