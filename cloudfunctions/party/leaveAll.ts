import type { Database } from '../kit/database'
import { leavePart } from './leavePart'
import { joinedBy } from './queries'
import { isAlive } from './registrationStates'
import { participations, type Registration } from './store'

/**
 * Takes somebody whose registration has ended off the lists of what is still to come. Can be repeated. One round
 * trip, and three for each activity.
 */
export async function leaveAll(db: Database, registration: Registration, now: Date): Promise<void> {
  const { _id, memberId, communityId, state } = registration
  if (isAlive(state)) return
  for (const joined of await db.list(participations, joinedBy(memberId))) {
    const by = {
      who: 'system',
      actor: memberId,
      request: `ended:${_id}:${now.toISOString()}`,
      at: now.toISOString(),
    } as const
    if (joined.communityId === communityId) await leavePart(db, joined, by)
  }
}
