import type { Handler } from '../kit/handler'
import { changeActivity } from './changeActivity'

/**
 * Calls an activity off. Those who joined are told within a minute or two, by a timer; those who are there already
 * check out as ever. Eight round trips at most, and nine for the board.
 */
export const callOff: Handler<'party.callOff'> = ({ activityId, reason }, context) =>
  changeActivity('party.callOff', activityId, context, ({ state, endsAt }) => {
    if (state !== 'open') return context.fail('CALLED_OFF')
    if (endsAt <= context.now.toISOString()) return context.fail('ACTIVITY_OVER')
    return { state: 'called_off', calledOffBecause: reason, pending: 'callOff' }
  })
