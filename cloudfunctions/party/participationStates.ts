import { limits } from '../contract/limits'
import type { Participation } from './store'

export type ParticipationState = Participation['state']
export type ParticipationEvent = Participation['timeline'][number]['event']

/** Who makes an event happen: the person, the community's staff, or a timer and what follows from another's act. */
export type Mover = 'member' | 'staff' | 'system'

interface Move {
  event: ParticipationEvent
  /** null: there is no participation yet. */
  from: readonly (ParticipationState | null)[]
  to: ParticipationState
  who: readonly Mover[]
}

/** The states of a participation. What is not in the table does not happen. */
export const participationMoves: readonly Move[] = [
  { event: 'join', from: [null, 'left'], to: 'joined', who: ['member'] },
  { event: 'leave', from: ['joined'], to: 'left', who: ['member', 'system'] },
  // By the code somebody joins at the door; by hand only those are checked in who are on the list.
  { event: 'checkIn', from: [null, 'left', 'joined'], to: 'in', who: ['member'] },
  { event: 'checkIn', from: ['joined'], to: 'in', who: ['staff'] },
  { event: 'checkOut', from: ['in'], to: 'done', who: ['member'] },
  { event: 'closeOut', from: ['in'], to: 'done', who: ['system'] },
  { event: 'correct', from: ['joined', 'in', 'done'], to: 'done', who: ['staff'] },
  // Who is there already checks out as ever.
  { event: 'callOff', from: ['joined'], to: 'left', who: ['system'] },
]

/** A participation, or one that is about to begin. */
export type MovableParticipation = Omit<Participation, 'state'> & { state: ParticipationState | null }

export interface MovedBy {
  who: Mover
  /** A member's id, or `timer`. */
  actor: string
  request: string
  at: string
  note?: string
}

/** Rows of a timeline that somebody who joins must leave for all that follows. */
const rowsAfterJoining = 12

/** The participation after an event, with one more row on its timeline; null when the table has no such move. */
export function movedParticipation(
  participation: MovableParticipation,
  event: ParticipationEvent,
  { who, actor, request, at, note = '' }: MovedBy,
): Participation | null {
  const move = participationMoves.find(
    (one) => one.event === event && one.from.includes(participation.state) && one.who.includes(who),
  )
  const mostRows = limits.party.timelineRows - (event === 'join' ? rowsAfterJoining : 0)
  if (!move || participation.timeline.length >= mostRows) return null
  return {
    ...participation,
    state: move.to,
    revision: participation.revision + 1,
    ...(event === 'join' ? { joinedAt: at } : {}),
    ...(event === 'checkIn' ? { checkedInAt: at } : {}),
    ...(event === 'checkOut' ? { checkedOutAt: at } : {}),
    timeline: [...participation.timeline, { event, at, actor, request, note }],
  }
}

/** Whether somebody in this state holds a place, where an activity has a limit. */
export const holdsPlace = (state: ParticipationState): boolean => state !== 'left'
