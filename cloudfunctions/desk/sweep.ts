import type { Output } from '../contract'
import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import { oneOf } from '../kit/where'
import { toSweep } from './queries'
import { movedDesk } from './states'
import { desks, type Desk } from './store'

/** Desks of one run; the next run goes on. */
const batch = 100

/**
 * Desks in force whose time is over lapse; what led to nothing, and what was kept long enough, goes. Each is looked at
 * again in its own transaction, so two runs at once do it once. One round trip when there is nothing to do.
 */
export async function sweepDesks(db: Database, now: Date): Promise<Output<'jobs.sweepDesks'>> {
  const at = now.toISOString()
  const due = await db.list(desks, toSweep(at, batch))
  const inForce = due.filter(({ state }) => state === 'in_force')
  const gone = due.filter(({ state }) => state !== 'in_force').map(({ _id }) => _id)
  let lapsed = 0
  for (const desk of inForce) lapsed += Number(await lapse(db, desk, at))
  const removed =
    gone.length > 0 ? await db.removeMany(desks, { _id: oneOf(gone), ...toSweep(at, batch).where }) : 0
  return { lapsed, removed, more: due.length === batch }
}

/** @returns whether it was still in force */
const lapse = (db: Database, { _id, memberId }: Desk, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const desk = await tx.find(desks, _id)
    const moved = desk && movedDesk(desk, 'lapse', { who: 'timer', memberId: '', at })
    if (!moved) return false
    await tx.put(desks, moved)
    const member = memberId ? await tx.find(members, memberId) : null
    if (member?.desks?.some(({ id }) => id === _id))
      await tx.put(members, { ...member, desks: member.desks.filter(({ id }) => id !== _id) })
    return true
  })
