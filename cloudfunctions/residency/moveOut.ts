import { members } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { earlierBy } from '../kit/repeats'
import { leaveAll } from '../party/post'
import { leave, leftBefore } from './leave'
import { residencies, residencyIdOf } from './store'

/**
 * I no longer live there. Eleven round trips with a registration (双报到) that ends, and those of `leaveAll`; eight
 * without.
 */
export const moveOut: Handler<'residency.moveOut'> = async (_input, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('h')
  const registration = await db.transact(async (tx) => {
    const found = await tx.find(residencies, residencyIdOf(me.memberId))
    if (found && earlierBy(found.timeline, request, inputHash)) return leftBefore(tx, found, request)
    const member = (await tx.find(members, me.memberId)) ?? fail('WRONG_STATE')
    const left = (await leave(tx, 'moveOut', member, found, context)) ?? fail('WRONG_STATE')
    return left.registration
  })
  if (registration) await leaveAll(db, registration, now)
  return { state: 'ended' }
}
