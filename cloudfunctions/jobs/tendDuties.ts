import { tend } from '../duties/tend'
import type { Handler } from '../kit/handler'

/** Duties that are due, lapse or end, and invitations that have expired. Safe to run twice. */
export const tendDuties: Handler<'jobs.tendDuties'> = (_input, { db, now }) => tend(db, now)
