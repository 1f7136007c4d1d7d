import { maskedName } from '../community/rules'
import type { Output } from '../contract'
import type { Role } from '../contract/access'
import { limits } from '../contract/limits'
import type { Member } from '../kit/actor'
import { isOperator, needsApproval, whyNotApprove, whyNotConfirm, whyNotRevoke, type Hand } from './policy'
import type { DutyState } from './states'
import type { Duty, Invitation } from './store'

type DutyView = Output<'duties.confirm'>
type StaffInvitationView = Output<'duties.invite'>['invitation']
type InvitationView = Output<'duties.invitation'>

/** Finds a member by id, among those that were looked up. */
export type Find = (memberId: string) => Pick<Member, 'name'> | undefined

export const finder = (found: readonly Member[]): Find => {
  const byId = new Map(found.map((member) => [member._id, member]))
  return (memberId) => byId.get(memberId)
}

/** A duty as one of those who look after it sees it. */
export function dutyView(duty: Duty, find: Find, hand: Hand): DutyView {
  const { _id, role, memberId, invitedName, state, since, until, confirmedAt, givenBy, nextAt } = duty
  const name = find(memberId)?.name ?? invitedName
  return {
    id: _id,
    role,
    within: duty.within ?? null,
    name,
    invitedName: name === invitedName ? null : invitedName,
    state,
    since,
    until,
    confirmedAt,
    lapsesAt: state === 'waiting' || state === 'due' ? nextAt : null,
    givenBy: nameOfGiver(givenBy, find),
    may: mayDo(duty, hand),
  }
}

/** What somebody may do to a duty. */
export function mayDo(duty: Duty, hand: Hand): DutyView['may'] {
  const { state } = duty
  const isWaiting = state === 'waiting'
  const may: DutyView['may'] = []
  if (isWaiting && whyNotApprove(hand, duty) === null) may.push('approve')
  if ((state === 'in_force' || state === 'due') && whyNotConfirm(hand, duty) === null) may.push('confirm')
  const isAlive = isWaiting || state === 'in_force' || state === 'due'
  if (isAlive && whyNotRevoke(hand, { ...duty, isWaiting }) === null) may.push('revoke')
  return may
}

/** An invitation as one of those who give such duties sees it. */
export const staffInvitationView = (invitation: Invitation, find: Find): StaffInvitationView => ({
  id: invitation._id,
  role: invitation.role,
  within: invitation.within ?? null,
  name: invitation.name,
  phone: invitation.phone?.masked ?? null,
  state: invitation.state === 'locked' ? 'locked' : 'open',
  expiresAt: invitation.expiresAt,
  givenBy: nameOfGiver(invitation.givenBy, find),
})

/** An invitation as whoever has its link reads it. @param giver null for the operator */
export const invitationView = (
  invitation: Invitation,
  placeName: string,
  giver: { name: string; role: Role; placeName: string } | null,
  accepted: DutyState | null,
): InvitationView => ({
  role: invitation.role,
  within: invitation.within ?? null,
  placeName,
  name: maskedName(invitation.name),
  giver,
  expiresAt: invitation.expiresAt,
  until: invitation.until,
  needsApproval: needsApproval(invitation.role),
  phonesLeft: limits.duty.wrongPhones - invitation.wrongPhones,
  accepted,
})

const nameOfGiver = (givenBy: string, find: Find): string | null =>
  isOperator(givenBy) ? null : (find(givenBy)?.name ?? null)
