import type { Database } from '../kit/database'
import { DatabaseError } from '../kit/errors'
import { moveSignUp } from './move'
import { tell } from './notices'
import { giveBack } from './places'
import { inOrder, mayOffer, offerUntil } from './rules'
import { meetings, signUps, waitlists, type MeetingFacts, type SignUp } from './store'

/**
 * Offers free seats to those who wait, the first first. Safe to run at any time and twice at once: each seat is
 * taken under the id of the one it is offered to. Three round trips when there is nothing to do, seven for an offer.
 * @param most offers of this run; a timer goes on
 * @returns how many seats were offered
 */
export async function promote(db: Database, meetingId: string, now: Date, most: number): Promise<number> {
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || meeting.state !== 'open' || !mayOffer(meeting, now)) return 0
  const waitlist = await db.read(waitlists, meetingId)
  const waiting = inOrder(waitlist?.reserved ?? {})
  if (waiting.length === 0 && meeting.queueing) await openToAll(db, meetingId)
  let offered = 0
  for (const [id, held] of waiting.slice(0, Math.min(most, meeting.left))) {
    if (!(await offerTo(db, meeting, id, held.at, now))) break
    offered += 1
  }
  return offered
}

/** The same, for a call whose own effect stands whatever becomes of this: a timer makes up for it. */
export async function tryPromote(db: Database, meetingId: string, now: Date): Promise<void> {
  try {
    await promote(db, meetingId, now, 1)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
  }
}

/** Nobody waits any more. Should somebody have joined at this very moment, the mark comes back. */
async function openToAll(db: Database, meetingId: string): Promise<void> {
  await db.changeIf(meetings, meetingId, { queueing: true }, { queueing: false })
  const present = await db.readSlim(waitlists, meetingId, 'reserved')
  if (present && present.reservedUnits > 0)
    await db.changeIf(meetings, meetingId, { queueing: false }, { queueing: true })
}

/** @returns false when there is no seat, or the one who is next is not there yet */
async function offerTo(
  db: Database,
  meeting: MeetingFacts,
  id: string,
  waitsAt: string,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString()
  if (!(await db.take(meetings, meeting._id, id, { quantity: 1, at }, { state: 'open' }))) return false
  const offered = await offerInside(db, meeting, id, now)
  if (!offered) await giveBack(db, 'seat', meeting._id, id, at)
  // One that is not there has either not been written yet or was never to be: the sweeper tells them apart.
  if (offered || offered === false) await giveBack(db, 'waitlist', meeting._id, id, waitsAt)
  return offered === true
}

/** @returns null when there is no such sign-up, false when it does not wait */
const offerInside = (db: Database, meeting: MeetingFacts, id: string, now: Date): Promise<boolean | null> =>
  db.transact(async (tx) => {
    const signUp: SignUp | null = await tx.find(signUps, id)
    if (!signUp) return null
    const by = {
      who: 'system',
      actor: 'timer',
      request: `offer:${id}`,
      at: now.toISOString(),
      offerUntil: offerUntil(meeting, now),
    } as const
    const offered = await moveSignUp(tx, signUp, 'offer', by)
    if (offered) await tell(tx, meeting, offered, 'offer', by.at)
    return offered !== null
  })
