import type { Handler } from '../kit/handler'
import { closeOut } from '../party/closeOut'

/** Settles who forgot to check out, and tells people of what was called off or moved. Safe to run twice. */
export const closeActivities: Handler<'jobs.closeActivities'> = (_input, { db, now }) => closeOut(db, now)
