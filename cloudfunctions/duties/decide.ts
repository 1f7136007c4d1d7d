import { nameOfPlace } from '../community/read'
import type { Output } from '../contract'
import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Context } from '../kit/handler'
import { Refusal } from '../kit/refusal'
import { handOf, isOperator, whyNotApprove, whyNotConfirm, whyNotRevoke, type Hand } from './policy'
import { membersById } from './queries'
import { duties, type Duty } from './store'
import { dutyView, finder } from './views'
import { writeMove } from './write'

export type Decision = 'approve' | 'confirm' | 'revoke'

/** What is decided about which duty, by whom and by which request. */
export interface Deciding {
  decision: Decision
  dutyId: string
  hand: Hand
  action: string
  auditId: string
  inputHash: string
  reason?: string
}

/**
 * Approves, confirms or takes away a duty that is in the decider's scope. Fifteen round trips at most.
 * @throws Refusal NOT_FOUND, NOT_ONESELF, WRONG_STATE; CONFLICT for the same id with another input
 */
export async function decideDuty(db: Database, now: Date, deciding: Deciding): Promise<Duty> {
  const { decision, dutyId, hand, reason = '' } = deciding
  const known = (await db.read(duties, dutyId)) ?? refuse('NOT_FOUND')
  const place = await nameOfPlace(db, known.placeId)
  return db.transact(async (tx, attempt) => {
    const duty = (await tx.find(duties, dutyId)) ?? refuse('NOT_FOUND')
    const denial = whyNot(decision, hand, duty)
    if (denial) return refuse(denial)
    const { action, auditId, inputHash } = deciding
    const by = { who: 'giver', actor: hand.id, action, auditId, inputHash, at: now.toISOString() } as const
    const fields = decision === 'approve' ? { with: { approvedBy: hand.id } } : {}
    const change = { ...by, ...fields, event: decision, reason, place }
    return (await writeMove(tx, attempt, duty, change)) ?? refuse('WRONG_STATE')
  })
}

function whyNot(decision: Decision, hand: Hand, duty: Duty) {
  if (decision === 'approve') return whyNotApprove(hand, duty)
  if (decision === 'confirm') return whyNotConfirm(hand, duty)
  // Whoever refused what waited may ask again, and hears the same.
  return whyNotRevoke(hand, { ...duty, isWaiting: duty.state === 'waiting' || duty.state === 'revoked' })
}

function refuse(code: string): never {
  throw new Refusal(code)
}

type Acting = Context<'duties.approve'> | Context<'duties.confirm'> | Context<'duties.revoke'>

/** The same by a member, and the duty as they see it then. */
export async function decideAs(
  decision: Decision,
  { dutyId, reason }: { dutyId: string; reason?: string },
  { me, now, db, effectId, inputHash }: Acting,
): Promise<Output<'duties.confirm'>> {
  const hand = handOf(me)
  const action = `duties.${decision}`
  const duty = await decideDuty(db, now, {
    ...{ decision, dutyId, hand, action, inputHash, reason },
    auditId: effectId('a'),
  })
  const ids = [...new Set([duty.memberId, duty.givenBy])].filter((id) => !isOperator(id))
  return dutyView(duty, finder(await db.list(members, membersById(ids))), hand)
}
