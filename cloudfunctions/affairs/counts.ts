import type { Output } from '../contract'
import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import { chinaDay } from '../kit/time'
import { dueBefore, dueUpTo, notAccepted, withHandler, type Owner } from './queries'
import { cases } from './store'

const { counted } = limits.case

export type Counts = Output<'affairs.queue'>['counts']

/** How much presses on a place's staff. Two round trips, three when hundreds are due on one day. */
export async function staffCounts(db: Database, owned: Owner, now: Date): Promise<Counts> {
  const today = chinaDay(now)
  const upToToday = dueUpTo(owned, today)
  const [due, fresh] = await Promise.all([db.list(cases, upToToday), db.list(cases, notAccepted(owned))])
  const dueToday = due.filter(({ dueOn }) => dueOn === today).length
  const overdue = due.length - dueToday
  const isCut = due.length === upToToday.limit && overdue < counted
  return {
    overdue: isCut ? (await db.list(cases, dueBefore(owned, today))).length : Math.min(counted, overdue),
    dueToday: Math.min(counted, dueToday),
    new: fresh.length,
  }
}

/** How much presses on one handler. New is what was dispatched today. One round trip. */
export async function handlerCounts(db: Database, own: Owner, now: Date): Promise<Counts> {
  const out = await db.list(cases, withHandler(own))
  const today = chinaDay(now)
  const isNew = (at: string | null) => at !== null && chinaDay(new Date(at)) === today
  return {
    overdue: bounded(out.filter(({ dueOn }) => dueOn !== null && dueOn < today)),
    dueToday: bounded(out.filter(({ dueOn }) => dueOn === today)),
    new: bounded(out.filter(({ dispatchedAt }) => isNew(dispatchedAt))),
  }
}

const bounded = (some: readonly unknown[]): number => Math.min(counted, some.length)
