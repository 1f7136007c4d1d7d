import type { Handler } from '../kit/handler'
import { activityIn, readCode } from './codes'
import { enter } from './enter'
import { whyNotEnter } from './rules'
import { activityView } from './views'

/**
 * Somebody scans the code to come in. By the server's clock alone. Whoever has joined is moved by one conditional
 * update on the own document: five round trips; whoever has not joins by it, six where places are limited.
 */
export const checkIn: Handler<'party.checkIn'> = async ({ code }, context) => {
  const { me, now, fail } = context
  const activityId = activityIn(code) ?? fail('CHECK_IN_CODE_WRONG')
  const entered = await enter('checkIn', activityId, context, (activity, mine) => {
    const scanned = readCode('in', code, now)
    if (typeof scanned === 'string') return scanned
    if (activity?.communityId !== me.residency.communityId) return 'CHECK_IN_CODE_WRONG'
    if (mine?.state === 'in' || mine?.state === 'done') return 'ALREADY_CHECKED_IN'
    return whyNotEnter(activity, now)
  })
  if (typeof entered === 'string') return fail(entered)
  return activityView(entered.activity, entered.participation, me.residency, now)
}
