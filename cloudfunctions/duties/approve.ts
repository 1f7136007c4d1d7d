import type { Handler } from '../kit/handler'
import { decideAs } from './decide'

/** The second approval: the duty is in force from now on. Seventeen round trips at most. */
export const approve: Handler<'duties.approve'> = (input, context) => decideAs('approve', input, context)
