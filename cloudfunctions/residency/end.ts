import { notify } from '../inbox/post'
import { members } from '../kit/actor'
import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { earlierBy } from '../kit/repeats'
import { leaveAll } from '../party/post'
import { leave, leftBefore } from './leave'
import { noticeOf } from './notices'
import { residencies, residencyIdOf } from './store'

/** Staff end somebody's residency. Twelve round trips, and those of a registration that ends with it. */
export const end: Handler<'residency.end'> = async ({ memberId, reason }, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('h')
  const registration = await db.transact(async (tx, attempt) => {
    const found = await tx.find(residencies, residencyIdOf(memberId))
    const earlier = found && earlierBy(found.timeline, request, inputHash)
    if (earlier) return earlier === 'mine' ? leftBefore(tx, found, request) : fail('CONFLICT')
    const member = await tx.find(members, memberId)
    const communityId = member?.residency?.communityId ?? found?.communityId
    if (communityId === undefined || !me.covers(communityId)) return fail('NOT_FOUND')
    await claim(tx, attempt, context)
    const ended = member && (await leave(tx, 'end', member, found, context, reason))
    if (!ended) return fail('WRONG_STATE')
    await notify(tx, noticeOf(ended.next, 'end', now.toISOString()))
    return ended.registration
  })
  if (registration) await leaveAll(db, registration, now)
  return { memberId }
}
