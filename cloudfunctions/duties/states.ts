import { limits } from '../contract/limits'
import type { Duty } from './store'

export type DutyState = Duty['state']
export type DutyEvent =
  | 'accept'
  | 'acceptToWait'
  | 'approve'
  | 'confirm'
  | 'fallDue'
  | 'lapse'
  | 'revoke'
  | 'end'

/** Who makes it happen: the one who is invited, those who give and approve duties, or the clock. */
export type DutyMover = 'invitee' | 'giver' | 'timer'

interface Move {
  /** null: the person never had this duty. */
  from: readonly (DutyState | null)[]
  to: DutyState
  who: DutyMover
}

const gone = [null, 'lapsed', 'revoked', 'over'] as const

/** The states of a duty. What is not in the table does not happen. */
export const dutyMoves: Record<DutyEvent, Move> = {
  accept: { from: gone, to: 'in_force', who: 'invitee' },
  acceptToWait: { from: gone, to: 'waiting', who: 'invitee' },
  approve: { from: ['waiting'], to: 'in_force', who: 'giver' },
  confirm: { from: ['in_force', 'due'], to: 'in_force', who: 'giver' },
  fallDue: { from: ['in_force'], to: 'due', who: 'timer' },
  lapse: { from: ['due', 'waiting'], to: 'lapsed', who: 'timer' },
  revoke: { from: ['waiting', 'in_force', 'due'], to: 'revoked', who: 'giver' },
  end: { from: ['waiting', 'in_force', 'due'], to: 'over', who: 'timer' },
}

/** A duty, or one that is about to begin. */
export type MovableDuty = Omit<Duty, 'state'> & { state: DutyState | null }

/** Whether the person has it now. */
export const isInForce = (state: DutyState): boolean => state === 'in_force' || state === 'due'

/** Whether it is on the list of its place. */
export const isAlive = (state: DutyState): boolean => state === 'waiting' || isInForce(state)

/** The duty after an event; null when the table has no such move. */
export function movedDuty(
  duty: MovableDuty,
  event: DutyEvent,
  { who, at, reason = '' }: { who: DutyMover; at: string; reason?: string },
): Duty | null {
  const { from, to, who: mover } = dutyMoves[event]
  if (!from.includes(duty.state) || mover !== who) return null
  const begins = event === 'accept' || event === 'acceptToWait' || event === 'approve'
  const next = {
    ...duty,
    state: to,
    reason,
    changedAt: at,
    ...(begins ? { since: at } : {}),
    ...(begins || event === 'confirm' ? { confirmedAt: at } : {}),
  }
  return { ...next, nextAt: nextAt(next) }
}

const { confirmAfterDays, lapseAfterDays, approveWithinDays } = limits.duty

const daysOf: Record<DutyState, number | null> = {
  waiting: approveWithinDays,
  in_force: confirmAfterDays,
  due: lapseAfterDays,
  lapsed: null,
  revoked: null,
  over: null,
}

/** When the clock moves it on: what is reckoned from its last move, or its last moment if that comes first. */
function nextAt({ state, changedAt, until }: Pick<Duty, 'state' | 'changedAt' | 'until'>): string | null {
  const days = daysOf[state]
  if (days === null) return null
  const moment = new Date(Date.parse(changedAt) + days * 86_400_000).toISOString()
  return until !== null && until < moment ? until : moment
}

/** What the clock does to a duty at a moment; null while it is not time. */
export function eventOfTime({ state, nextAt: at, until }: Duty, now: string): DutyEvent | null {
  if (at === null || at > now) return null
  if (until !== null && until <= now) return 'end'
  return state === 'in_force' ? 'fallDue' : 'lapse'
}
