import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import { sha256 } from '../kit/keys'
import { addMinutes } from '../kit/time'
import { afterTry } from './rules'
import { codeTries } from './store'

/** Looks at a document that others are changing at this very moment. */
const maxLooks = 6

/** Of a person. */
export const triesOf = (memberId: string): string => `who:${memberId}`

/**
 * Of a door, whether there is one or not. A million buckets, so that whoever guesses doors fills no more documents
 * than that; two doors that meet in one share its lock.
 */
export const triesAt = (householdId: string): string => `door:${sha256(householdId).slice(0, 5)}`

/**
 * Uses up one wrong code before the code is looked up, so that guesses made at once are counted as well. Two round
 * trips uncontended, whatever comes of it.
 * @returns null, or until when the lock is on
 */
export async function spendTry(db: Database, id: string, now: Date): Promise<string | null> {
  const freshUntil = addMinutes(now, limits.residency.code.lockMinutes).toISOString()
  for (let look = 0; look < maxLooks; look += 1) {
    const found = await db.read(codeTries, id)
    const after = afterTry(found, now, freshUntil)
    if ('lockedUntil' in after) return after.lockedUntil
    const written = found
      ? await db.changeIf(codeTries, id, { left: found.left, windowEndsAt: found.windowEndsAt }, after)
      : await db.insert(codeTries, { _id: id, schemaVersion: 1, ...after })
    if (written) return null
  }
  // So many at once are no person with a slip of paper.
  return freshUntil
}
