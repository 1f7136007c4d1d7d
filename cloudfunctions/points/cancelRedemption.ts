import type { Handler } from '../kit/handler'
import { endedBy } from './queries'
import { refund } from './refund'
import { redemptions } from './store'
import { redemptionView } from './views'

export const cancelRedemption: Handler<'points.cancelRedemption'> = async ({ redemptionId }, context) => {
  const { me, now, db, fail } = context
  const request = context.effectId('r')
  const [earlier] = await db.list(redemptions, endedBy(request))
  if (earlier && earlier._id !== redemptionId) return fail('CONFLICT')
  const refunded = await refund(db, redemptionId, ({ memberId }) => memberId === me.memberId, {
    event: 'cancel',
    actor: me.memberId,
    by: me.by,
    request,
    at: now.toISOString(),
  })
  if (!refunded) return fail('NOT_FOUND')
  return typeof refunded === 'string' ? fail(refunded) : redemptionView(refunded)
}
