import { nameOfPlace } from '../community/read'
import { members } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { consentEnds } from './consentEnds'
import { leaveAll } from './leaveAll'
import { movedRegistration } from './registrationStates'
import { earlierBy, requestOf } from '../kit/repeats'
import { registrationIdOf, registrations } from './store'
import { myRegistrationView } from './views'
import { withoutRegistration } from './inForce'
import { communityOfRegistration } from './whose'

/**
 * Takes an application back, or ends a registration of one's own: the one that is named, so that somebody who has
 * moved away ends the one they left. Ten round trips, and those of `leaveAll`.
 */
export const withdraw: Handler<'party.withdraw'> = async ({ registrationId }, context) => {
  const { me, now, db, fail, inputHash } = context
  const id = registrationId ?? registrationIdOf(communityOfRegistration(me) ?? '', me.memberId)
  const request = context.effectId('n')
  const withdrawn = await db.transact(async (tx) => {
    const found = (await tx.find(registrations, id)) ?? fail(registrationId ? 'NOT_FOUND' : 'WRONG_STATE')
    if (found.memberId !== me.memberId) return fail('NOT_FOUND')
    const earlier = earlierBy(found.timeline, request, inputHash)
    if (earlier) return earlier === 'mine' ? found : fail('CONFLICT')
    const by = {
      who: 'member',
      actor: me.memberId,
      request: requestOf(request, inputHash),
      at: now.toISOString(),
    } as const
    const next = movedRegistration(found, 'withdraw', by) ?? fail('WRONG_STATE')
    await consentEnds(tx, next, by.at, request)
    const member = await tx.find(members, me.memberId)
    if (member?.registration) await tx.put(members, withoutRegistration(member, found.communityId))
    return tx.put(registrations, next)
  })
  await leaveAll(db, withdrawn, now)
  return myRegistrationView(withdrawn, await nameOfPlace(db, withdrawn.communityId))
}
