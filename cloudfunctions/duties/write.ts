import { members, newMember, type Member } from '../kit/actor'
import type { Tx } from '../kit/transact'
import { auditOnce } from './audit'
import { tellMove } from './notices'
import { withDuty, withoutDuty } from './rules'
import { isInForce, movedDuty, type DutyEvent, type DutyMover, type MovableDuty } from './states'
import { duties, type Duty } from './store'

/** A move of one duty, and by which request of whom. */
export interface Change {
  event: DutyEvent
  who: DutyMover
  /** A member's id, `operator:…`, or `timer`. */
  actor: string
  /** The action that it is. */
  action: string
  /** Id of the audit row. */
  auditId: string
  inputHash: string
  at: string
  reason?: string
  /** Name of the place, for the messages. */
  place: string
  /** Fields that change with it. */
  with?: Partial<Pick<Duty, 'approvedBy'>>
}

/**
 * Moves a duty: it, what the member's own document says of it, the audit row and the messages are written in one
 * transaction, or nothing is. Eleven round trips at most.
 * @returns the duty afterwards, also for a repeat; null when the table has no such move
 */
export async function writeMove(
  tx: Tx,
  attempt: number,
  duty: MovableDuty,
  change: Change,
): Promise<Duty | null> {
  const { event, actor, action, auditId, inputHash, at, place } = change
  const moved = movedDuty({ ...duty, ...change.with }, event, change)
  const row = {
    _id: auditId,
    communityId: duty.placeId,
    actor,
    action,
    document: duty._id,
    inputHash,
    at,
    before: { state: duty.state },
    after: { state: moved?.state ?? duty.state, reason: change.reason ?? '', until: duty.until },
  }
  const isRepeat = await auditOnce(tx, attempt, row)
  if (isRepeat) return duty.state === null ? null : { ...duty, state: duty.state }
  if (!moved) return null
  await (duty.state === null ? tx.insert(duties, moved) : tx.put(duties, moved))
  const member = (await tx.find(members, duty.memberId)) ?? newMember(duty.memberId, duty.invitedName, at)
  await writeMember(tx, member, moved)
  await tellMove(tx, { duty: moved, event, actor, name: member.name, place, change: auditId })
  return moved
}

/** What the guard reads: a duty is there as long as it is in force, and no call longer. */
const writeMember = (tx: Tx, member: Member, duty: Duty): Promise<Member> =>
  tx.put(members, isInForce(duty.state) ? withDuty(member, duty) : withoutDuty(member, duty))
