import { lapseCases as lapse } from '../affairs/lapse'
import type { Handler } from '../kit/handler'

/** Cases of one run; the next run goes on. */
const batch = 100

/** Closes answered cases that nobody rated in time, or that their reporter did not reopen. Safe to run twice. */
export const lapseCases: Handler<'jobs.lapseCases'> = (_input, { db, now }) => lapse(db, now, batch)
