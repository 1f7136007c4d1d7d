import type { Database } from '../kit/database'
import { open } from '../kit/keys'
import { phoneSeal } from './phones'
import { waitingCounted } from './queries'
import { isWaiting } from './states'
import { residencies, residencyIdOf } from './store'

/** How many wait to be verified, at most `limits.residency.counted`. The named entry for `home`; one round trip. */
export const waitingResidents = async (db: Database, communityId: string): Promise<number> =>
  (await db.list(residencies, waitingCounted(communityId))).length

/** Whoever asks to be verified, as they told it. The named entry for `privacy`; one round trip. */
export async function declarantOf(db: Database, residencyId: string) {
  const found = await db.read(residencies, residencyId)
  if (!found || !isWaiting(found.state)) return null
  const { communityId, memberId, name, phone } = found
  return {
    communityId,
    memberId,
    name,
    phone: phone?.sealed ? open(phoneSeal, phone.sealed, memberId) : null,
  }
}

/**
 * Doors that somebody lived behind, and whether staff compared the name for the one in force. The named entry for
 * `privacy`; one round trip.
 */
export async function doorsLivedAt(
  db: Database,
  memberId: string,
): Promise<{ doors: string[]; compared: boolean }> {
  const found = await db.read(residencies, residencyIdOf(memberId))
  const doors = [...new Set(found?.history.map(({ householdId }) => householdId))]
  return { doors, compared: found?.by === 'staff' }
}
