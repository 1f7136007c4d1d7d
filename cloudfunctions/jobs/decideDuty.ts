import { decideByOperator } from '../duties/operator'
import type { Handler } from '../kit/handler'

/** The operator's command: the second approval by another person, the confirmation, and the end of a duty. */
export const decideDuty: Handler<'jobs.decideDuty'> = (input, { db, now }) => decideByOperator(db, now, input)
