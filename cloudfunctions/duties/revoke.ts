import type { Handler } from '../kit/handler'
import { decideAs } from './decide'

/** Takes a duty away; the guard finds it gone on the person's next call. Seventeen round trips at most. */
export const revoke: Handler<'duties.revoke'> = (input, context) => decideAs('revoke', input, context)
