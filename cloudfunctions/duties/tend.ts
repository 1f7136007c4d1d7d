import { nameOfPlace } from '../community/read'
import type { Output } from '../contract'
import type { Database } from '../kit/database'
import { effectId } from '../kit/ids'
import { closeInvitation } from './close'
import { expired, timedOut } from './queries'
import { eventOfTime, type DutyEvent } from './states'
import { duties, invitations, type Duty, type Invitation } from './store'
import { writeMove } from './write'

/** Duties, and invitations, of one run; the next run goes on. */
const batch = 100

/**
 * What the clock does: duties that are due, lapse or end, and invitations that have expired. Each is a transaction of
 * its own that looks again, so two runs at once do it once, and one that goes wrong holds up no other.
 */
export async function tend(db: Database, now: Date): Promise<Output<'jobs.tendDuties'>> {
  const at = now.toISOString()
  const due = await db.list(duties, timedOut(at, batch))
  const open = await db.list(invitations, expired(at, batch))
  const done: Partial<Record<DutyEvent, number>> = {}
  let [closed, problem] = [0, undefined as unknown]
  const attempt = async (work: () => Promise<void>) =>
    work().catch((error: unknown) => void (problem ??= error))
  for (const duty of due)
    await attempt(async () => {
      const event = await moveByTime(db, duty, at)
      if (event) done[event] = (done[event] ?? 0) + 1
    })
  for (const invitation of open)
    await attempt(async () => void (closed += Number(await expire(db, invitation, at))))
  if (problem) throw problem
  const { fallDue = 0, lapse = 0, end = 0 } = done
  const more = due.length === batch || open.length === batch
  return { due: fallDue, lapsed: lapse, ended: end, expired: closed, more }
}

/** @returns what was done; null when somebody was faster */
async function moveByTime(db: Database, { _id, placeId }: Duty, at: string): Promise<DutyEvent | null> {
  const place = await nameOfPlace(db, placeId)
  return db.transact(async (tx, attempt) => {
    const duty = await tx.find(duties, _id)
    const event = duty && eventOfTime(duty, at)
    if (!event) return null
    const auditId = effectId('a', 'timer', 'duties.tend', `${event} ${_id} ${duty.changedAt}`)
    const by = {
      who: 'timer',
      actor: 'timer',
      action: 'jobs.tendDuties',
      auditId,
      inputHash: '',
      at,
    } as const
    return (await writeMove(tx, attempt, duty, { ...by, event, place })) ? event : null
  })
}

const expire = (db: Database, { _id }: Invitation, at: string): Promise<boolean> =>
  db.transact(async (tx, attempt) => {
    const invitation = await tx.find(invitations, _id)
    if (!invitation || !['open', 'locked'].includes(invitation.state)) return false
    const auditId = effectId('a', 'timer', 'duties.tend', `expire ${_id}`)
    const by = { actor: 'timer', action: 'jobs.tendDuties', auditId, inputHash: '', at }
    await closeInvitation(tx, attempt, invitation, { ...by, event: 'expire' })
    return true
  })
