import { dutiesOf } from '../duties/read'
import { members, tombstone } from '../kit/actor'
import type { Context, Handler } from '../kit/handler'
import { effectId } from '../kit/ids'
import { leaveForGood } from '../residency/post'
import { erasureIdOf, erasures, type Erasure } from './store'

/**
 * Deletes an account: from the next call on its person is somebody new. Where they live, a registration and the
 * person's own document go with the request itself, in one transaction; a timer settles and wipes the rest. Thirteen
 * round trips at most.
 */
export const erase: Handler<'privacy.erase'> = async ({ requestId }, context) => {
  const { me, now, db, fail } = context
  const earlier = await earlierOf(requestId, context)
  if (earlier) return { erasedAt: earlier.erasedAt }
  if ((await dutiesOf(db, me)) > 0) return fail('DUTY_HELD')
  const at = now.toISOString()
  return db.transact(async (tx) => {
    const member = await tx.find(members, me.memberId)
    if (member?.erasedAt) return { erasedAt: member.erasedAt }
    await leaveForGood(tx, member, context)
    const gone = tombstone(me.memberId, at)
    await (member ? tx.put(members, gone) : tx.insert(members, gone))
    await tx.insert(erasures, begun(me.memberId, context.effectId('q'), at))
    return { erasedAt: at }
  })
}

/** The person's last account, where this is the request that deleted it: sent again by somebody who got no answer. */
async function earlierOf(requestId: string, { me, db }: Context<'privacy.erase'>): Promise<Erasure | null> {
  if (!me.formerId) return null
  const found = await db.read(erasures, erasureIdOf(me.formerId))
  return found?.request === effectId('q', me.formerId, 'erase', requestId) ? found : null
}

const begun = (memberId: string, request: string, at: string): Erasure => ({
  ...{ _id: erasureIdOf(memberId), schemaVersion: 1, memberId, state: 'settling', request },
  ...{ erasedAt: at, doneAt: null, collection: '', after: '', tries: 0, nextAt: at },
})
