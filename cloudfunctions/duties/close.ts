import type { Tx } from '../kit/transact'
import { auditOnce } from './audit'
import { tellClosed } from './notices'
import { invitations, type Invitation } from './store'

/** Who ends an invitation that nobody has accepted, and by which request. */
interface Closing {
  became: 'declined' | 'expired' | 'revoked'
  actor: string
  action: string
  auditId: string
  inputHash: string
  at: string
}

/**
 * Ends an invitation: the number is gone, and the one who gave it is told unless it is they who end it. Six round
 * trips.
 */
export async function closeInvitation(
  tx: Tx,
  attempt: number,
  invitation: Invitation,
  { became, actor, action, auditId, inputHash, at }: Closing,
): Promise<void> {
  const row = {
    _id: auditId,
    communityId: invitation.placeId,
    actor,
    action,
    document: invitation._id,
    inputHash,
    at,
    before: { state: invitation.state },
    after: { state: became },
  }
  if (await auditOnce(tx, attempt, row)) return
  await tx.put(invitations, { ...invitation, state: became, phone: null })
  if (actor !== invitation.givenBy) await tellClosed(tx, invitation, became, at)
}
