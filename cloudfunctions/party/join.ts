import type { Handler } from '../kit/handler'
import { enter } from './enter'
import { activityView } from './views'

/** Joins an activity of one's community. Five round trips, six where places are limited. */
export const join: Handler<'party.join'> = async ({ activityId }, context) => {
  const { me, now, fail } = context
  const entered = await enter('join', activityId, context, (activity, mine) => {
    if (activity?.communityId !== me.residency.communityId) return 'NOT_FOUND'
    if (activity.state === 'called_off') return 'CALLED_OFF'
    if (activity.endsAt <= now.toISOString()) return 'ACTIVITY_OVER'
    return mine && mine.state !== 'left' ? 'ALREADY_JOINED' : null
  })
  if (typeof entered === 'string') return fail(entered)
  return activityView(entered.activity, entered.participation, me.residency, now)
}
