import type { Invitation } from './store'

export type InvitationState = Invitation['state']
export type InvitationEvent = 'accept' | 'decline' | 'takeBack' | 'expire' | 'lock'

interface Move {
  from: readonly InvitationState[]
  to: InvitationState
}

/** The states of an invitation. What is not in the table does not happen; what has left `open` never comes back. */
export const invitationMoves: Record<InvitationEvent, Move> = {
  accept: { from: ['open'], to: 'accepted' },
  decline: { from: ['open'], to: 'declined' },
  /** Too many wrong numbers. */
  lock: { from: ['open'], to: 'locked' },
  takeBack: { from: ['open', 'locked'], to: 'revoked' },
  expire: { from: ['open', 'locked'], to: 'expired' },
}

/** The invitation after an event, without its number; null when the table has no such move. */
export function movedInvitation(
  invitation: Invitation,
  event: InvitationEvent,
  acceptedBy: string | null = null,
): Invitation | null {
  const { from, to } = invitationMoves[event]
  return from.includes(invitation.state) ? { ...invitation, state: to, phone: null, acceptedBy } : null
}
