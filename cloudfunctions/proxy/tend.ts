import type { Output } from '../contract'
import { notify } from '../inbox/post'
import type { Database } from '../kit/database'
import { noticeOf } from './notices'
import { timedOut } from './queries'
import { eventOfTime, movedProxy } from './states'
import { proxies } from './store'

/** Of one run; the next goes on. */
const batch = 100

type TimeEvent = NonNullable<ReturnType<typeof eventOfTime>>

/**
 * What the clock does. Each is a transaction of its own that looks again, so two runs at once do it once, and one that
 * goes wrong holds up no other.
 */
export async function tend(db: Database, now: Date): Promise<Output<'jobs.tendProxies'>> {
  const at = now.toISOString()
  const due = await db.list(proxies, timedOut(at, batch))
  const done: Record<TimeEvent, number> = { expire: 0, remind: 0, lapse: 0 }
  let problem: unknown
  for (const { _id } of due)
    await moveByTime(db, _id, at).then(
      (event) => void (event && (done[event] += 1)),
      (error: unknown) => void (problem ??= error),
    )
  if (problem) throw problem
  return { expired: done.expire, reminded: done.remind, lapsed: done.lapse, more: due.length === batch }
}

/** @returns what was done; null when somebody was faster */
const moveByTime = (db: Database, id: string, at: string): Promise<TimeEvent | null> =>
  db.transact(async (tx) => {
    const proxy = await tx.find(proxies, id)
    const event = proxy && eventOfTime(proxy, at)
    const next = event && movedProxy(proxy, event, { who: 'timer', actor: 'timer', request: event, at })
    if (!next) return null
    await tx.put(proxies, next)
    if (event !== 'lapse') await notify(tx, noticeOf(next, event === 'expire' ? 'end' : 'remind', at))
    return event
  })
