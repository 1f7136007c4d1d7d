import { members } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { earlierBy } from '../kit/repeats'
import { leaveAll } from '../party/post'
import { leave } from './leave'
import { residencies, residencyIdOf } from './store'

/**
 * I no longer live there. Eleven round trips with a registration (双报到) that ends, and those of `leaveAll`; eight
 * without.
 */
export const moveOut: Handler<'residency.moveOut'> = async (_input, context) => {
  const { me, now, db, fail, inputHash } = context
  const left = await db.transact(async (tx) => {
    const found = await tx.find(residencies, residencyIdOf(me.memberId))
    if (found && earlierBy(found.timeline, context.effectId('h'), inputHash)) return null
    const member = (await tx.find(members, me.memberId)) ?? fail('WRONG_STATE')
    return (await leave(tx, 'moveOut', member, found, context)) ?? fail('WRONG_STATE')
  })
  if (left?.registration) await leaveAll(db, left.registration, now)
  return { state: 'ended' }
}
