import type { Handler } from '../kit/handler'
import { digitsOf, stepsFrom } from './codes'
import { redemptions } from './store'
import { redemptionView } from './views'

export const pickupCode: Handler<'points.pickupCode'> = async ({ redemptionId }, { me, now, db, fail }) => {
  const found = await db.read(redemptions, redemptionId)
  if (!found || found.memberId !== me.memberId) return fail('NOT_FOUND')
  const open = found.state === 'open'
  return {
    redemption: redemptionView(found),
    code: open ? { digits: digitsOf(found._id, found.codeSalt), steps: stepsFrom(found._id, now) } : null,
    now: now.toISOString(),
  }
}
