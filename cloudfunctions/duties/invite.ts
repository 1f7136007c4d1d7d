import type { Handler } from '../kit/handler'
import { makeOffer } from './offer'
import { areOnRoster } from './doors'
import { placesOf } from './places'
import { handOf, mayGive, saysItsUnits } from './policy'
import { finder, staffInvitationView } from './views'

/**
 * Invites somebody to a duty of one's own scope. Eight round trips, nine for the district's staff and for a building
 * leader.
 */
export const invite: Handler<'duties.invite'> = async ({ requestId: _requestId, ...asked }, context) => {
  const { me, now, db, fail, effectId, inputHash } = context
  const hand = handOf(me)
  if (!mayGive(hand, asked)) return fail('NOT_FOUND')
  const places = await placesOf(db, hand)
  if (!places.some(({ id }) => id === asked.placeId)) return fail('NOT_FOUND')
  if (!saysItsUnits(asked)) return fail('INVALID_INPUT', 'within')
  if (asked.within && !(await areOnRoster(db, asked.placeId, asked.within)))
    return fail('INVALID_INPUT', 'within')
  const offer = {
    ...asked,
    invitationId: effectId('j'),
    auditId: effectId('a'),
    action: 'duties.invite',
    inputHash,
    givenBy: me.memberId,
  }
  const { invitation, link } = await makeOffer(db, offer, now)
  return { invitation: staffInvitationView(invitation, finder(me.member ? [me.member] : [])), link }
}
