import { z } from 'zod'
import { timer } from './access'
import { action } from './action'

export const proxyJobs = {
  /** 代办 whose time is up, residents who have not said anything yet; some a run. */
  tendProxies: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ expired: z.int(), reminded: z.int(), lapsed: z.int(), more: z.boolean() }),
    errors: [],
  }),
}
