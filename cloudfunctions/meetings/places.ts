import type { Database } from '../kit/database'
import { mayOffer } from './rules'
import { meetings, waitlists, type MeetingFacts } from './store'

/** A seat of a meeting or a place on its waitlist. */
export type PlaceKind = 'seat' | 'waitlist'

/** Puts back what a reservation holds, exactly once. One round trip. @returns whether it was still there */
export const giveBack = (
  db: Database,
  kind: PlaceKind,
  meetingId: string,
  signUpId: string,
  at?: string,
): Promise<boolean> => {
  const held = { quantity: 1, ...(at ? { at } : {}) }
  return kind === 'seat'
    ? db.giveBack(meetings, meetingId, signUpId, held)
    : db.giveBack(waitlists, meetingId, signUpId, held)
}

/**
 * Frees the seat of a sign-up that has ended. While somebody waits and offers are made, the meeting is marked first,
 * so that nobody new takes the seat past them. At most three round trips.
 */
export async function freeSeat(
  db: Database,
  meeting: Pick<MeetingFacts, '_id' | 'startsAt' | 'queueing'>,
  signUpId: string,
  now: Date,
): Promise<void> {
  if (mayOffer(meeting, now) && !meeting.queueing) {
    const waitlist = await db.readSlim(waitlists, meeting._id, 'reserved')
    if (waitlist && waitlist.reservedUnits > 0)
      await db.changeIf(meetings, meeting._id, { queueing: false }, { queueing: true })
  }
  await giveBack(db, 'seat', meeting._id, signUpId)
}
