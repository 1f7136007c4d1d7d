import type { Output } from '../contract'
import { members, type Member } from '../kit/actor'
import { claim } from '../kit/claim'
import type { Context } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { consentEnds } from './consentEnds'
import { withoutRegistration, withRegistration } from './inForce'
import { tellDecision } from './notices'
import { isAlive, movedRegistration } from './registrationStates'
import { earlierBy, requestOf } from '../kit/repeats'
import { branchRoster, registrations, rosterIdOf, type Registration } from './store'
import { applicationView } from './views'

type Decision = 'verify' | 'refuse' | 'end'
type Deciding = Context<'party.verify'>

/**
 * Staff decide on a registration: it, the member's own document, the end of the consent and the message are written in
 * one transaction. Thirteen round trips at most.
 */
export async function decide(
  event: Decision,
  registrationId: string,
  context: Deciding,
  reason = '',
): Promise<{ registration: Registration; view: Output<'party.verify'> }> {
  const { db } = context
  const { registration, member } = await db.transact((tx, attempt) =>
    write(tx, attempt, event, registrationId, context, reason),
  )
  const { communityId, phone } = registration
  const entry = phone && (await db.read(branchRoster, rosterIdOf(communityId, phone.hmac)))
  return { registration, view: applicationView(registration, member, entry) }
}

async function write(
  tx: Tx,
  attempt: number,
  event: Decision,
  registrationId: string,
  context: Deciding,
  reason: string,
): Promise<{ registration: Registration; member: Member | null }> {
  const { me, now, fail, effectId, inputHash } = context
  const registration = await tx.find(registrations, registrationId)
  if (!registration || !me.covers(registration.communityId)) return fail('NOT_FOUND')
  const { communityId, memberId } = registration
  const member = await tx.find(members, memberId)
  const earlier = earlierBy(registration.timeline, effectId('n'), inputHash)
  if (earlier) return earlier === 'mine' ? { registration, member } : fail('CONFLICT')
  await claim(tx, attempt, context)
  if (event === 'verify' && memberId === me.memberId) return fail('NOT_ONESELF')
  const at = now.toISOString()
  const request = requestOf(effectId('n'), inputHash)
  const next = movedRegistration(registration, event, {
    who: 'staff',
    actor: me.memberId,
    request,
    at,
    reason,
  })
  if (!next || !member) return fail('WRONG_STATE')
  await tx.put(registrations, next)
  if (!isAlive(next.state)) await consentEnds(tx, next, at, effectId('n'))
  const after =
    event === 'verify' ? withRegistration(member, communityId, at) : withoutRegistration(member, communityId)
  if (after !== member) await tx.put(members, after)
  await tellDecision(tx, next, event, at)
  return { registration: next, member: after }
}
