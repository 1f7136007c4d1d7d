import { limits } from '../contract/limits'
import type { ActedBy } from '../kit/proxies'
import type { SignUp, SignUpEvent, SignUpState } from './store'

/** Who makes an event happen: the person, the community's staff, or a timer and what follows from another's act. */
export type Mover = 'member' | 'staff' | 'system'

interface Move {
  /** null: there is no sign-up yet. */
  from: readonly (SignUpState | null)[]
  to: SignUpState
  who: readonly Mover[]
}

/** The states of a sign-up. What is not in the table does not happen. */
export const signUpMoves: Record<SignUpEvent, Move> = {
  signUp: { from: [null], to: 'seated', who: ['member'] },
  wait: { from: [null], to: 'waiting', who: ['member'] },
  offer: { from: ['waiting'], to: 'offered', who: ['system'] },
  accept: { from: ['offered'], to: 'seated', who: ['member'] },
  lapse: { from: ['offered'], to: 'lapsed', who: ['system'] },
  cancel: { from: ['seated', 'waiting', 'offered'], to: 'cancelled', who: ['member', 'staff'] },
  checkIn: { from: ['seated', 'offered'], to: 'attended', who: ['member', 'staff'] },
  walkIn: { from: [null, 'waiting'], to: 'attended', who: ['staff'] },
  undo: { from: ['attended'], to: 'seated', who: ['staff'] },
  callOff: { from: ['seated', 'waiting', 'offered'], to: 'cancelled', who: ['system'] },
}

/** A sign-up, or one that is about to begin. */
export type Movable = Omit<SignUp, 'state'> & { state: SignUpState | null }

/** Who moves it, by which request, when, and what the timeline says of it. */
export interface MovedBy {
  who: Mover
  /** A member's id, or `timer`. */
  actor: string
  /** Who really does it, in the actor's stead (代办). */
  by?: ActedBy
  request: string
  at: string
  note?: string
  /** For an offer: until when the seat is kept. */
  offerUntil?: string
}

/** Whether an event can happen to a sign-up as it stands. */
export const canMove = (signUp: Movable, event: SignUpEvent, who: Mover): boolean => {
  const move = signUpMoves[event]
  const fits = move.from.includes(signUp.state) && move.who.includes(who)
  return fits && signUp.timeline.length < limits.meeting.timelineRows
}

/** The sign-up after an event, with one more row on its timeline; null when the table has no such move. */
export function moved(signUp: Movable, event: SignUpEvent, moving: MovedBy): SignUp | null {
  if (!canMove(signUp, event, moving.who)) return null
  const { actor, request, at, note = '', offerUntil = null } = moving
  const by = moving.by && { by: moving.by }
  return {
    ...signUp,
    state: signUpMoves[event].to,
    offerUntil: event === 'offer' ? offerUntil : null,
    timeline: [...signUp.timeline, { event, at, actor, ...by, request, note }],
  }
}

/** Whether a sign-up in this state holds a seat. The others that are still alive hold a place on the waitlist. */
export const holdsSeat = (state: SignUpState): boolean =>
  state === 'seated' || state === 'offered' || state === 'attended'

/** Whether a sign-up stands on a seat, or on a place of the waitlist, that is reserved in a meeting. */
export const standsOn = (
  signUp: Pick<SignUp, 'state' | 'meetingId'>,
  kind: 'seat' | 'waitlist',
  meetingId: string,
): boolean =>
  signUp.meetingId === meetingId && (kind === 'seat' ? holdsSeat(signUp.state) : signUp.state === 'waiting')

/** Whether a sign-up has ended: its person may begin another. */
export const hasEnded = (state: SignUpState): boolean => state === 'lapsed' || state === 'cancelled'
