import type { Handler } from '../kit/handler'
import { earlierBy, requestOf } from '../kit/repeats'
import { movedResidency } from './states'
import { residencies, residencyIdOf } from './store'
import { shownState } from './views'

/** Takes back what waits. Five round trips. */
export const withdraw: Handler<'residency.withdraw'> = async (_input, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('h')
  const withdrawn = await db.transact(async (tx) => {
    const found = (await tx.find(residencies, residencyIdOf(me.memberId))) ?? fail('WRONG_STATE')
    if (earlierBy(found.timeline, request, inputHash)) return found
    const at = now.toISOString()
    const by = { who: 'member', actor: me.memberId, request: requestOf(request, inputHash), at } as const
    return tx.put(residencies, movedResidency(found, 'withdraw', by) ?? fail('WRONG_STATE'))
  })
  return { state: shownState(withdrawn.state) }
}
