import { householdIdOf } from '../community/roster'
import { bounds } from '../contract/residency-bounds'
import type { Past, Residency } from './store'

export type ResidencyState = Residency['state']
export type ResidencyEvent = Residency['timeline'][number]['event']

/** Who makes an event happen: the person, or the community's staff. */
export type ResidencyMover = 'member' | 'staff'

interface Move {
  /** null: nothing was ever asked for. */
  from: readonly (ResidencyState | null)[]
  to: ResidencyState
  who: ResidencyMover
}

const atRest = [null, 'refused', 'withdrawn', 'ended'] as const
const waiting = ['declared', 'matched'] as const

/** The states of a residency. What is not in the table does not happen. */
export const residencyMoves: Record<ResidencyEvent, Move> = {
  declare: { from: atRest, to: 'declared', who: 'member' },
  declareMatched: { from: atRest, to: 'matched', who: 'member' },
  withdraw: { from: waiting, to: 'withdrawn', who: 'member' },
  verify: { from: waiting, to: 'verified', who: 'staff' },
  refuse: { from: waiting, to: 'refused', who: 'staff' },
  bind: { from: [...atRest, ...waiting], to: 'verified', who: 'member' },
  moveOut: { from: ['verified'], to: 'ended', who: 'member' },
  end: { from: ['verified'], to: 'ended', who: 'staff' },
}

/** A residency, or one that is about to begin. */
export type MovableResidency = Omit<Residency, 'state'> & { state: ResidencyState | null }

export interface ResidencyMovedBy {
  who: ResidencyMover
  actor: string
  request: string
  at: string
  reason?: string
}

/** Whether staff are to decide. */
export const isWaiting = (state: ResidencyState | null): boolean =>
  state === 'declared' || state === 'matched'

const begins = (event: ResidencyEvent): boolean => ['declare', 'declareMatched', 'bind'].includes(event)

/**
 * The residency after an event, with one more row on its timeline; what was told is gone unless staff are to compare
 * it. null when the table has no such move, or when too much has been asked for already.
 * @param since when the residency that ends had begun
 */
export function movedResidency(
  residency: MovableResidency,
  event: ResidencyEvent,
  { who, actor, request, at, reason = '' }: ResidencyMovedBy,
  since: string | null = null,
): Residency | null {
  const { from, to, who: mover } = residencyMoves[event]
  const isFull = begins(event) && residency.timeline.length >= bounds.timelineRows
  if (!from.includes(residency.state) || mover !== who || isFull) return null
  const past = to === 'ended' ? [pastOf(residency, since ?? at, at, who, reason)] : []
  return {
    ...residency,
    ...(isWaiting(to) ? {} : { name: '', phone: null }),
    state: to,
    queueKey: isWaiting(to) ? `${to === 'matched' ? 0 : 1}:${at}:${residency._id}` : null,
    by: to === 'verified' ? (event === 'bind' ? 'code' : 'staff') : null,
    reason,
    history: [...residency.history, ...past],
    timeline: [...residency.timeline, { event, at, actor, request, reason }],
  }
}

const pastOf = (
  { communityId, building, unit, room }: MovableResidency,
  from: string,
  until: string,
  endedBy: ResidencyMover,
  reason: string,
): Past => ({
  communityId,
  householdId: householdIdOf(communityId, { building, unit, room }),
  building,
  unit,
  room,
  from,
  until,
  endedBy,
  reason,
})
