import type { Handler } from '../kit/handler'
import { moveOf } from '../kit/moves'
import { chinaPeriod } from '../kit/time'
import { changeActivity } from './changeActivity'
import { buildingsOf } from './publish'
import { areInOrder } from './rules'
import { activities } from './store'

/**
 * Changes an activity that is not over. Of another time or place those who joined are told within a minute or two, by
 * a timer. Ten round trips at most.
 */
export const edit: Handler<'party.edit'> = async (input, context) => {
  const { requestId: _requestId, activityId, version, ...details } = input
  const { now, db, me, fail } = context
  const seen = await db.readSlim(activities, activityId, 'reserved')
  if (!seen || !me.covers(seen.communityId)) return fail('NOT_FOUND')
  const buildings =
    (await buildingsOf(db, seen.communityId, details.compound)) ?? fail('INVALID_INPUT', 'compound')
  return changeActivity('party.edit', activityId, context, (activity) => {
    const { capacity, reservedUnits, state, endsAt } = activity
    if (state !== 'open') return fail('CALLED_OFF')
    if (activity.version !== version) return fail('CHANGED_MEANWHILE')
    if (!areInOrder(details, now) || endsAt <= now.toISOString()) return fail('DATES_OUT_OF_ORDER')
    // Those who joined while there was no limit hold no place that could be counted.
    if ((capacity === null) !== (details.capacity === null)) return fail('INVALID_INPUT', 'capacity')
    if (details.capacity !== null && details.capacity < reservedUnits) return fail('SEATS_TAKEN')
    const left = details.capacity === null ? 0 : details.capacity - reservedUnits
    const month = chinaPeriod('month', new Date(details.startsAt))
    const move = moveOf(activity, details, now) ?? activity.move
    return { ...details, buildings, left, month, ...(move ? { move } : {}) }
  })
}
