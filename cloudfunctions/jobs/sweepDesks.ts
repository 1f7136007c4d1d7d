import { sweepDesks as sweep } from '../desk/sweep'
import type { Handler } from '../kit/handler'

/** Desks whose time is over, and QRs that led to nothing. Safe to run twice. */
export const sweepDesks: Handler<'jobs.sweepDesks'> = (_input, { db, now }) => sweep(db, now)
