import { limits } from '../contract/limits'
import type { Registration } from './store'

export type RegistrationState = Registration['state']
export type RegistrationEvent = Registration['timeline'][number]['event']

/** Who makes an event happen: the person, or the community's staff. */
export type RegistrationMover = 'member' | 'staff'

interface Move {
  /** null: there is no registration yet. */
  from: readonly (RegistrationState | null)[]
  to: RegistrationState
  who: RegistrationMover
}

/** The states of a registration. What is not in the table does not happen. */
export const registrationMoves: Record<RegistrationEvent, Move> = {
  apply: { from: [null, 'refused', 'withdrawn', 'ended'], to: 'applied', who: 'member' },
  verify: { from: ['applied'], to: 'registered', who: 'staff' },
  refuse: { from: ['applied'], to: 'refused', who: 'staff' },
  withdraw: { from: ['applied', 'registered'], to: 'withdrawn', who: 'member' },
  end: { from: ['registered'], to: 'ended', who: 'staff' },
}

/** A registration, or one that is about to begin. */
export type MovableRegistration = Omit<Registration, 'state'> & { state: RegistrationState | null }

export interface RegistrationMovedBy {
  who: RegistrationMover
  actor: string
  request: string
  at: string
  reason?: string
}

/** Whether somebody waits for it or it is in force: what was told for it is needed. */
export const isAlive = (state: RegistrationState): boolean => state === 'applied' || state === 'registered'

/**
 * The registration after an event, with one more row on its timeline and, once it has ended, without branch and
 * phone; null when the table has no such move.
 */
export function movedRegistration(
  registration: MovableRegistration,
  event: RegistrationEvent,
  { who, actor, request, at, reason = '' }: RegistrationMovedBy,
): Registration | null {
  const { from, to, who: mover } = registrationMoves[event]
  const isFull = registration.timeline.length >= limits.party.timelineRows
  if (!from.includes(registration.state) || mover !== who || isFull) return null
  return {
    ...registration,
    ...(isAlive(to) ? {} : { branch: '', phone: null }),
    state: to,
    queueKey: `${at}:${registration._id}`,
    reason,
    timeline: [...registration.timeline, { event, at, actor, request, reason }],
  }
}
