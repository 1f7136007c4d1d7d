import { limits } from '../contract/limits'
import { members, type Member } from '../kit/actor'
import type { Database } from '../kit/database'
import { addMinutes } from '../kit/time'

/** Guesses of digits that somebody has left, and until when they count. */
export type Tries = Member['pickupTries']

/** What a person begins with. */
export const freshTries = (now: Date): Tries => ({
  left: limits.pickup.wrongTries,
  windowEndsAt: addMinutes(now, limits.pickup.lockMinutes).toISOString(),
})

/**
 * Uses up one guess before the digits are looked up, so that guesses made at once are counted as well.
 * @returns what is left after it, or null when the lock is on. One round trip uncontended
 */
export async function spendTry(db: Database, member: Member, now: Date): Promise<Tries | null> {
  let present: Tries | undefined = member.pickupTries
  for (let look = 0; look < 4 && present; look += 1) {
    const open: Tries = present.windowEndsAt <= now.toISOString() ? freshTries(now) : present
    if (open.left === 0) return null
    const next = { ...open, left: open.left - 1 }
    if (await replaceTries(db, member._id, present, next)) return next
    present = (await db.read(members, member._id))?.pickupTries
  }
  return null
}

/** Gives a guess back that was right. Should another guess have come in between, it stays spent. */
export const returnTry = (db: Database, memberId: string, spent: Tries): Promise<boolean> =>
  replaceTries(db, memberId, spent, { ...spent, left: spent.left + 1 })

const replaceTries = (db: Database, memberId: string, from: Tries, to: Tries): Promise<boolean> =>
  db.changeIf(
    members,
    memberId,
    { 'pickupTries.left': from.left, 'pickupTries.windowEndsAt': from.windowEndsAt },
    { pickupTries: to },
  )
