import { claimFirst } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { leavePart } from './leavePart'
import { earlierBy, requestOf } from '../kit/repeats'
import { activities, participationIdOf, participations } from './store'
import { activityView } from './views'

/** Leaves an activity before one has come. Seven round trips, six without a limit of places. */
export const leave: Handler<'party.leave'> = async ({ activityId }, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('p')
  const mine =
    (await db.read(participations, participationIdOf(activityId, me.memberId))) ?? fail('NOT_FOUND')
  const earlier = earlierBy(mine.timeline, request, inputHash)
  if (earlier === 'other') return fail('CONFLICT')
  if (!earlier) await claimFirst(db, context)
  const by = {
    who: 'member',
    actor: me.memberId,
    request: requestOf(request, inputHash),
    at: now.toISOString(),
  } as const
  const left = earlier ? mine : await leavePart(db, mine, by)
  const present = left ?? (await db.read(participations, mine._id)) ?? fail('NOT_FOUND')
  // An identical call of this very moment may have been faster.
  if (!left && !earlierBy(present.timeline, request, inputHash)) return fail('WRONG_STATE')
  const activity = (await db.readSlim(activities, activityId, 'reserved')) ?? fail('NOT_FOUND')
  return activityView(activity, present, me.residency, now)
}
