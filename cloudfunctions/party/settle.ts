import { postService } from '../points/post'
import type { Tx } from '../kit/transact'
import { pointsFor, ruleFor, sayMinutes } from './hours'
import { participations, type ActivityFacts, type Participation } from './store'

/** How hours were settled. */
export interface Settlement {
  minutes: number
  settledBy: NonNullable<Participation['settledBy']>
  /** Who did it: a member's id, or `timer`. */
  actor: string
  at: string
  reason?: string
}

/**
 * Writes a participation with its minutes, and the points that they are worth more or less than before. One round
 * trip, and three where points move.
 * @param moved the participation after its move to `done`, found in the same transaction
 * @returns why not, or the settled participation
 */
export async function settle(
  tx: Tx,
  activity: Pick<ActivityFacts, 'title' | 'startsAt'>,
  moved: Participation,
  settlement: Settlement,
): Promise<Participation | 'POINTS_SPENT'> {
  const settled = settledBy(activity, moved, settlement)
  const change = (settled.points ?? 0) - (moved.points ?? 0)
  if (change === 0) return tx.put(participations, settled)
  const { _id, communityId, memberId } = moved
  const isFirst = moved.points === null
  const corrections = isFirst ? 0 : moved.corrections + 1
  const { id: rule, version: ruleVersion } = ruleFor(activity.startsAt)
  const time = sayMinutes(settlement.minutes)
  const why = await postService(tx, {
    key: isFirst ? serviceKey(_id) : serviceKey(_id, corrections),
    kind: isFirst ? 'grant' : 'correction',
    communityId,
    memberId,
    points: change,
    rule,
    ruleVersion,
    title: isFirst ? `社区服务 ${time}：${activity.title}` : `社区服务改为 ${time}：${activity.title}`,
    actor: settlement.actor,
    at: settlement.at,
  })
  return why ?? tx.put(participations, { ...settled, corrections })
}

/** The key of the journal of a participation, or of its n-th correction. */
export const serviceKey = (participationId: string, correction?: number): string =>
  correction === undefined ? `service:${participationId}` : `service:${participationId}:${correction}`

function settledBy(
  { startsAt }: Pick<ActivityFacts, 'startsAt'>,
  moved: Participation,
  { minutes, settledBy: how, at, reason = '' }: Settlement,
): Participation {
  const rule = ruleFor(startsAt)
  return {
    ...moved,
    minutes,
    points: pointsFor(minutes, rule),
    rule: { id: rule.id, version: rule.version },
    settledBy: how,
    reason,
    recordKey: moved.recordKey ?? `${moved.checkedInAt ?? at}:${moved._id}`,
  }
}
