import type { Member } from '../kit/actor'
import type { Context } from '../kit/handler'
import { requestOf } from '../kit/repeats'
import type { Tx } from '../kit/transact'
import { leave } from './leave'
import { isWaiting, movedResidency } from './states'
import { residencies, residencyIdOf } from './store'

type Leaving = Pick<Context<'privacy.erase'>, 'me' | 'now' | 'effectId' | 'inputHash'>

/**
 * Ends where somebody lives, or takes back what they asked for, inside the transaction that deletes their account: the
 * named entry for `privacy`. One round trip where there is neither, six at most.
 */
export async function leaveForGood(tx: Tx, member: Member | null, context: Leaving): Promise<void> {
  const { me, now, effectId, inputHash } = context
  const found = await tx.find(residencies, residencyIdOf(me.memberId))
  const left = member && (await leave(tx, 'moveOut', member, found, context))
  if (left || !found || !isWaiting(found.state)) return
  const request = requestOf(effectId('h'), inputHash)
  const by = { who: 'member', actor: me.memberId, request, at: now.toISOString() } as const
  const next = movedResidency(found, 'withdraw', by)
  if (next) await tx.put(residencies, next)
}
