import { claim } from '../kit/claim'
import type { Context, Handler } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { activityIn, readCode } from './codes'
import { minutesBetween, ruleFor } from './hours'
import { movedParticipation } from './participationStates'
import { earlierBy, requestOf } from '../kit/repeats'
import { isCheckOutTime } from './rules'
import { settle } from './settle'
import { activities, participationIdOf, participations, type ActivityFacts } from './store'
import { activityView } from './views'

type Leaving = Context<'party.checkOut'>

/**
 * Somebody scans the code to go out: the hours, the points for them and the balance are written in one transaction,
 * on the person's own documents alone. Eleven round trips, eight where the time gives no points.
 */
export const checkOut: Handler<'party.checkOut'> = async ({ code }, context) => {
  const { me, now, db, fail, effectId, inputHash } = context
  const activityId = activityIn(code) ?? fail('CHECK_IN_CODE_WRONG')
  const id = participationIdOf(activityId, me.memberId)
  const [activity, mine] = await Promise.all([
    db.readSlim(activities, activityId, 'reserved'),
    db.read(participations, id),
  ])
  const earlier = mine && earlierBy(mine.timeline, effectId('p'), inputHash)
  // A repeat gets its answer for as long as it asks, also when the code is outdated by then.
  if (activity && mine && earlier === 'mine') return activityView(activity, mine, me.residency, now)
  const scanned = readCode('out', code, now)
  if (typeof scanned === 'string') return fail(scanned)
  if (activity?.communityId !== me.residency.communityId) return fail('CHECK_IN_CODE_WRONG')
  if (!isCheckOutTime(activity, now)) return fail('NOT_CHECK_IN_TIME')
  const done = await db.transact((tx, attempt) => write(tx, attempt, id, activity, context))
  return activityView(activity, done, me.residency, now)
}

async function write(tx: Tx, attempt: number, id: string, activity: ActivityFacts, context: Leaving) {
  const { me, now, fail, effectId, inputHash } = context
  const present = await tx.find(participations, id)
  const earlier = present && earlierBy(present.timeline, effectId('p'), inputHash)
  if (present && earlier) return earlier === 'mine' ? present : fail('CONFLICT')
  await claim(tx, attempt, context)
  if (present?.state === 'done') return fail('ALREADY_CHECKED_OUT')
  const at = now.toISOString()
  const request = requestOf(effectId('p'), inputHash)
  const moved =
    present && movedParticipation(present, 'checkOut', { who: 'member', actor: me.memberId, request, at })
  if (!moved?.checkedInAt) return fail('NOT_CHECKED_IN')
  const there = { checkedInAt: moved.checkedInAt, checkedOutAt: at }
  const minutes = minutesBetween(activity, there, ruleFor(activity.startsAt))
  const settled = await settle(tx, activity, moved, {
    minutes,
    settledBy: 'checkOut',
    actor: me.memberId,
    at,
  })
  return settled === 'POINTS_SPENT' ? fail('CONFLICT') : settled
}
