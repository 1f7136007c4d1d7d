import { audits } from '../kit/audit'
import type { Handler } from '../kit/handler'
import { closeInvitation } from './close'
import { whyClosed } from './rules'
import { invitations } from './store'
import { invitationOf, isOpenedBy } from './tokens'

/** Says no: the link is used up. Eleven round trips. */
export const decline: Handler<'duties.decline'> = async ({ token }, context) => {
  const { me, now, db, fail, effectId, inputHash } = context
  const auditId = effectId('a')
  const at = now.toISOString()
  const { _id } = await invitationOf(token, context)
  await db.transact(async (tx, attempt) => {
    const earlier = await tx.find(audits, auditId)
    if (earlier) return earlier.inputHash === inputHash ? undefined : fail('CONFLICT')
    const invitation = await tx.find(invitations, _id)
    if (!invitation || !isOpenedBy(invitation, token.split('.')[1] ?? '')) return fail('NOT_FOUND')
    const closed = whyClosed(invitation, at)
    if (closed) return fail(closed)
    const by = { actor: me.memberId, action: 'duties.decline', auditId, inputHash }
    return closeInvitation(tx, attempt, invitation, { ...by, event: 'decline', at })
  })
  return {}
}
