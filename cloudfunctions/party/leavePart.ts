import type { Database } from '../kit/database'
import { move } from './move'
import type { MovedBy } from './participationStates'
import { activities, type Participation } from './store'

/**
 * Takes somebody off the list and gives the place back. Should that last step be lost, the sweeper does it. Three
 * round trips, two without a limit of places.
 * @returns the moved participation; null when it has moved since it was read
 */
export async function leavePart(
  db: Database,
  joined: Participation,
  by: MovedBy,
): Promise<Participation | null> {
  const { _id, activityId } = joined
  const activity = await db.readSlim(activities, activityId, 'reserved', _id)
  const left = await move(db, joined, 'leave', by)
  // Only the reservation that was seen: the same person may have joined anew since, and holds it now.
  const held = activity?.reserved[_id]
  if (left && held) await db.giveBack(activities, activityId, _id, held)
  return left
}
