import type { Database } from '../kit/database'
import { movedParticipation, type MovedBy, type ParticipationEvent } from './participationStates'
import { participations, type Participation } from './store'

/**
 * Moves a participation by one conditional update: nothing else changes with it. What timers have told its person
 * since it was read stays as they wrote it. One round trip.
 * @returns the moved one; null when its state has no such event, or when it has moved since it was read
 */
export async function move(
  db: Database,
  before: Participation,
  event: ParticipationEvent,
  by: MovedBy,
): Promise<Participation | null> {
  const after = movedParticipation(before, event, by)
  if (!after) return null
  const { _id, toldMove: _toldMove, remindedFor: _remindedFor, ...fields } = after
  const seen = { state: before.state, revision: before.revision }
  return (await db.changeIf(participations, _id, seen, fields)) ? after : null
}
