import { nameOfPlace } from '../community/read'
import type { Output } from '../contract'
import { limits } from '../contract/limits'
import { actorOf, members } from '../kit/actor'
import { audits } from '../kit/audit'
import type { Context, Handler } from '../kit/handler'
import { sameText } from '../kit/keys'
import type { Tx } from '../kit/transact'
import { handOf, isOneself, isOperator, mayGive, needsApproval } from './policy'
import { movedInvitation } from './invitationStates'
import { isFull, whyClosed } from './rules'
import type { MovableDuty } from './states'
import { duties, dutyIdOf, invitations, type Invitation } from './store'
import { invitationOf, isOpenedBy, phoneHmac } from './tokens'
import { writeMove } from './write'

type Accepting = Context<'duties.accept'>
type Accepted = Output<'duties.accept'>

/** A wrong number is counted, and nothing else: it cannot be told by a refusal, which would take the count back. */
type Outcome = Accepted | { wrong: 'PHONE_WRONG' | 'INVITATION_LOCKED' }

/**
 * Accepts: the duty is in force from now on, or waits for its second approval. The link is used up by the same
 * transaction. Twenty-one round trips at most.
 */
export const accept: Handler<'duties.accept'> = async ({ token, phone }, context) => {
  const found = await invitationOf(token, context)
  const place = await nameOfPlace(context.db, found.placeId)
  const outcome = await context.db.transact((tx, attempt) =>
    write(tx, attempt, { id: found._id, secret: token.split('.')[1] ?? '', phone, place }, context),
  )
  return 'wrong' in outcome ? context.fail(outcome.wrong) : outcome
}

interface Asked {
  id: string
  secret: string
  phone: string
  place: string
}

async function write(tx: Tx, attempt: number, asked: Asked, context: Accepting): Promise<Outcome> {
  const { me, now, fail, effectId, inputHash } = context
  const at = now.toISOString()
  const auditId = effectId('a')
  const invitation = await tx.find(invitations, asked.id)
  if (!invitation || !isOpenedBy(invitation, asked.secret)) return fail('NOT_FOUND')
  const duty = await tx.find(duties, dutyIdOf(me.memberId, invitation))
  const earlier = await tx.find(audits, auditId)
  if (earlier) return earlier.inputHash === inputHash && duty ? { state: duty.state } : fail('CONFLICT')
  const closed = whyClosed(invitation, at)
  if (closed) return fail(closed)
  if (isOneself(me.memberId, invitation.givenBy)) return fail('NOT_ONESELF')
  if (!(await isStillGiven(tx, invitation, now))) return fail('INVITATION_REVOKED')
  if (!sameText(phoneHmac(asked.phone), invitation.phone?.hmac ?? ''))
    return countWrong(tx, invitation, auditId)
  const member = await tx.find(members, me.memberId)
  if (member && isFull(member, invitation)) return fail('TOO_MANY_DUTIES')
  const event = needsApproval(invitation.role) ? 'acceptToWait' : 'accept'
  const by = { who: 'invitee', actor: me.memberId, action: 'duties.accept', auditId, inputHash, at } as const
  const next = { ...offered(invitation, me.memberId, at), state: duty?.state ?? null }
  const moved = await writeMove(tx, attempt, next, { ...by, event, place: asked.place })
  if (!moved) return fail('ALREADY_HELD')
  await tx.put(invitations, movedInvitation(invitation, 'accept', me.memberId) ?? fail('INVITATION_USED'))
  return { state: moved.state }
}

/** Whoever gave it may have lost the duty to give since. */
async function isStillGiven(tx: Tx, invitation: Invitation, now: Date): Promise<boolean> {
  const { givenBy } = invitation
  if (isOperator(givenBy)) return true
  return mayGive(handOf(actorOf(givenBy, await tx.find(members, givenBy), now)), invitation)
}

async function countWrong(tx: Tx, invitation: Invitation, request: string): Promise<Outcome> {
  if (invitation.lastWrong === request) return { wrong: 'PHONE_WRONG' }
  const wrongPhones = invitation.wrongPhones + 1
  const counted = { ...invitation, wrongPhones, lastWrong: request }
  const isLast = wrongPhones >= limits.duty.wrongPhones
  await tx.put(invitations, (isLast && movedInvitation(counted, 'lock')) || counted)
  return { wrong: isLast ? 'INVITATION_LOCKED' : 'PHONE_WRONG' }
}

/** The duty as the invitation says it, before it begins. */
const offered = (invitation: Invitation, memberId: string, at: string): MovableDuty => ({
  _id: dutyIdOf(memberId, invitation),
  schemaVersion: 1,
  memberId,
  role: invitation.role,
  placeId: invitation.placeId,
  ...(invitation.within ? { within: invitation.within } : {}),
  state: null,
  invitedName: invitation.name,
  givenBy: invitation.givenBy,
  approvedBy: null,
  since: at,
  until: invitation.until,
  confirmedAt: at,
  changedAt: at,
  reason: '',
  nextAt: null,
})
