import { Refusal } from '../kit/refusal'
import type { Tx } from '../kit/transact'
import { auditOnce } from './audit'
import { movedInvitation } from './invitationStates'
import { tellClosed } from './notices'
import { invitations, type Invitation } from './store'

/** Who ends an invitation that nobody has accepted, and by which request. */
interface Closing {
  event: 'decline' | 'expire' | 'takeBack'
  actor: string
  action: string
  auditId: string
  inputHash: string
  at: string
}

/**
 * Ends an invitation: the number is gone, and the one who gave it is told unless it is they who end it. Six round
 * trips.
 * @throws Refusal WRONG_STATE when it has ended already
 */
export async function closeInvitation(
  tx: Tx,
  attempt: number,
  invitation: Invitation,
  { event, actor, action, auditId, inputHash, at }: Closing,
): Promise<void> {
  const closed = movedInvitation(invitation, event)
  if (!closed) throw new Refusal('WRONG_STATE')
  const row = {
    _id: auditId,
    communityId: invitation.placeId,
    actor,
    action,
    document: invitation._id,
    inputHash,
    at,
    before: { state: invitation.state },
    after: { state: closed.state },
  }
  if (await auditOnce(tx, attempt, row)) return
  await tx.put(invitations, closed)
  if (actor !== invitation.givenBy) await tellClosed(tx, invitation, event, at)
}
