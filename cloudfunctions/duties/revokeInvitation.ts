import { audits } from '../kit/audit'
import type { Handler } from '../kit/handler'
import { closeInvitation } from './close'
import { handOf, mayGive } from './policy'
import { invitations } from './store'

/** Takes an invitation back that nobody has accepted: its link opens nothing from now on. Eight round trips at most. */
export const revokeInvitation: Handler<'duties.revokeInvitation'> = async ({ invitationId }, context) => {
  const { me, now, db, fail, effectId, inputHash } = context
  const auditId = effectId('a')
  await db.transact(async (tx, attempt) => {
    const invitation = await tx.find(invitations, invitationId)
    if (!invitation || !mayGive(handOf(me), invitation)) return fail('NOT_FOUND')
    const earlier = await tx.find(audits, auditId)
    if (earlier) return earlier.inputHash === inputHash ? undefined : fail('CONFLICT')
    const by = { actor: me.memberId, action: 'duties.revokeInvitation', auditId, inputHash }
    return closeInvitation(tx, attempt, invitation, { ...by, event: 'takeBack', at: now.toISOString() })
  })
  return {}
}
