import { members, type Member } from '../kit/actor'
import type { Context } from '../kit/handler'
import { requestOf } from '../kit/repeats'
import type { Tx } from '../kit/transact'
import { endWithMove, registrationWith, withoutRegistration } from '../party/post'
import type { Registration } from '../party/store'
import { residencyInForce } from './own'
import { movedResidency, type ResidencyMover } from './states'
import { residencies, type Residency } from './store'

/**
 * The registration that an earlier call of the same request ended: its places are given back again, should that have
 * been lost. Whoever has registered anew has lost nothing (`leaveAll`). One round trip.
 * @param request the effect of the request
 */
export async function leftBefore(
  tx: Tx,
  { memberId, timeline, history }: Residency,
  request: string,
): Promise<Registration | null> {
  const row = timeline.find((one) => one.request.startsWith(`${request}:`))
  const past = history.find(({ until }) => until === row?.at)
  return past ? registrationWith(tx, past.communityId, memberId) : null
}

type Leaving = Pick<Context<'residency.end'>, 'me' | 'now' | 'effectId' | 'inputHash'>

/**
 * Ends somebody's residency in one transaction: the member's own document, the history, and the registration
 * (双报到), which is one with the community that they live in (docs/decisions/0122). Four round trips, five with a
 * registration.
 * @param found the document that was found for them in the same transaction
 * @returns null where they live nowhere
 */
export async function leave(
  tx: Tx,
  event: 'moveOut' | 'end',
  member: Member,
  found: Residency | null,
  { me, now, effectId, inputHash }: Leaving,
  reason = '',
): Promise<{ next: Residency; registration: Registration | null } | null> {
  const inForce = residencyInForce(found, member)
  if (!inForce || !member.residency) return null
  const who: ResidencyMover = event === 'moveOut' ? 'member' : 'staff'
  const at = now.toISOString()
  const by = { who, actor: me.memberId, at }
  const request = requestOf(effectId('h'), inputHash)
  const next = movedResidency(inForce, event, { ...by, request, reason }, member.residency.verifiedAt)
  if (!next) return null
  const { communityId } = member.residency
  const registration = await endWithMove(tx, {
    ...by,
    memberId: member._id,
    communityId,
    request: [effectId('n'), inputHash],
  })
  await tx.put(members, { ...withoutRegistration(member, communityId), residency: null })
  return { next: await tx.put(residencies, next), registration }
}
