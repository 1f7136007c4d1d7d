import { members } from '../kit/actor'
import type { Context } from '../kit/handler'
import { isOwn } from './rules'
import { activities, participations, type ActivityFacts, type Participation } from './store'

type Hosting = Context<'party.attend'> | Context<'party.correct'>

/**
 * A participation with its activity, for staff who are to decide on it. Three round trips.
 * @throws Refusal NOT_FOUND; NOT_ONESELF for one's own and for those of one's own household
 */
export async function hosted(
  participationId: string,
  { me, db, fail }: Hosting,
): Promise<{ participation: Participation; activity: ActivityFacts }> {
  const participation = await db.read(participations, participationId)
  if (!participation || !me.covers(participation.communityId)) return fail('NOT_FOUND')
  const [activity, person] = await Promise.all([
    db.readSlim(activities, participation.activityId, 'reserved'),
    db.read(members, participation.memberId),
  ])
  if (!activity) return fail('NOT_FOUND')
  const mine = { memberId: me.memberId, householdId: me.residency?.householdId }
  const theirs = { memberId: participation.memberId, householdId: person?.residency?.householdId }
  if (isOwn(mine, theirs)) return fail('NOT_ONESELF')
  return { participation, activity }
}
