import type { Output } from '../contract'
import { notify } from '../inbox/post'
import { unreadOf } from '../inbox/read'
import { actorOf, members } from '../kit/actor'
import { claim } from '../kit/claim'
import type { Context } from '../kit/handler'
import { earlierBy, requestOf } from '../kit/repeats'
import type { Tx } from '../kit/transact'
import { noticeOf } from './notices'
import { memberAt } from './own'
import { movedResidency } from './states'
import { residencies, type Residency } from './store'

type Deciding = Context<'residency.verify'>

/**
 * Staff decide on a request: it, the member's own document and the message are written in one transaction. Eleven
 * round trips at most, and one more for somebody the product did not know.
 */
export async function decide(
  event: 'verify' | 'refuse',
  residencyId: string,
  context: Deciding,
  reason = '',
): Promise<Output<'residency.verify'>> {
  const { _id, state } = await context.db.transact((tx, attempt) =>
    write(tx, attempt, event, residencyId, context, reason),
  )
  return { id: _id, state }
}

async function write(
  tx: Tx,
  attempt: number,
  event: 'verify' | 'refuse',
  residencyId: string,
  context: Deciding,
  reason: string,
): Promise<Residency> {
  const { me, now, fail, effectId, inputHash } = context
  const found = await tx.find(residencies, residencyId)
  if (!found || !me.covers(found.communityId)) return fail('NOT_FOUND')
  const earlier = earlierBy(found.timeline, effectId('h'), inputHash)
  if (earlier) return earlier === 'mine' ? found : fail('CONFLICT')
  await claim(tx, attempt, context)
  if (event === 'verify' && found.memberId === me.memberId) return fail('NOT_ONESELF')
  const at = now.toISOString()
  const request = requestOf(effectId('h'), inputHash)
  const by = { who: 'staff', actor: me.memberId, request, at, reason } as const
  const next = movedResidency(found, event, by) ?? fail('WRONG_STATE')
  if (event === 'verify') await makeResident(tx, found, context)
  await tx.put(residencies, next)
  await notify(tx, noticeOf(next, event, at))
  return next
}

/** The member's own document says where they live from now on: it is what the guard reads. */
async function makeResident(tx: Tx, found: Residency, { db, now, fail }: Deciding): Promise<void> {
  const { memberId, name } = found
  const member = await tx.find(members, memberId)
  if (member?.residency) fail('WRONG_STATE')
  // Whoever has no document has no count of messages either (docs/decisions/0085).
  const unread = member ? 0 : await unreadOf(db, actorOf(memberId, null, now))
  await tx.put(members, memberAt(member, found, { memberId, name, unread, at: now.toISOString() }))
}
