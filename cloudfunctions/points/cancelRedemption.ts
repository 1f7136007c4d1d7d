import type { Handler } from '../kit/handler'
import { refund } from './refund'
import { redemptionView } from './views'

export const cancelRedemption: Handler<'points.cancelRedemption'> = async ({ redemptionId }, context) => {
  const { me, now, db, fail } = context
  const refunded = await refund(db, redemptionId, ({ memberId }) => memberId === me.memberId, {
    event: 'cancel',
    actor: me.memberId,
    request: context.effectId('r'),
    at: now.toISOString(),
  })
  if (!refunded) return fail('NOT_FOUND')
  return typeof refunded === 'string' ? fail(refunded) : redemptionView(refunded)
}
