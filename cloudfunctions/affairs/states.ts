import { limits } from '../contract/limits'
import { effectOf, placed } from './effects'
import { daysAfter, levelOf } from './rules'
import type { Case, Row } from './store'

/**
 * Who does something to a case: its reporter; staff of the level that owns it; the member to whom it was
 * dispatched; or a timer.
 */
export type Who = 'reporter' | 'staff' | 'handler' | 'timer'

/** What happens, with what it needs. */
export type Happening =
  | { event: 'accept' | 'withdraw' | 'lapse' }
  | { event: 'dispatch'; handler: { id: string; name: string }; text: string }
  | { event: 'sendBack' | 'escalate' | 'refuse' | 'reopen'; text: string }
  | {
      event: 'answer'
      outcome: 'solved' | 'partly'
      text: string
      photoIds: readonly string[]
      published: Case['published']
      publishedHeld: Case['publishedHeld']
    }
  | { event: 'rate'; satisfied: boolean; text: string }

/** Why something cannot happen. */
export type Denial = 'WRONG_STATE' | 'FORBIDDEN' | 'REOPENED_TOO_OFTEN'

/** All that the table needs to know of what happens. */
export type Asked = { event: Happening['event']; satisfied?: boolean }

/** What else must hold. @returns why not, or null */
type Guard = (kase: Case, asked: Asked, now: Date) => Denial | null

/** One line of the table. */
export interface Move {
  event: Happening['event']
  from: readonly Case['state'][]
  to: Case['state']
  who: readonly Who[]
  guard?: Guard
}

/** Rows that are left for the end of a case: two reopenings, three answers, and two ratings of each. */
const rowsKept = 15

const hasRoom: Guard = ({ timeline }) =>
  timeline.length < limits.case.timelineRows - rowsKept ? null : 'WRONG_STATE'

/** A rating is given once; only a bad one may still become a good one. */
const isRated =
  (satisfied: boolean): Guard =>
  ({ rating }, asked) => {
    if (asked.satisfied !== satisfied) return 'WRONG_STATE'
    return rating === null || (satisfied && !rating.satisfied) ? null : 'WRONG_STATE'
  }

const canBeEscalated: Guard = (kase, ...others) =>
  levelOf(kase) === 'community' ? hasRoom(kase, ...others) : 'WRONG_STATE'

const canBeReopened: Guard = ({ outcome, doneAt, reopenings }, _asked, now) => {
  if (outcome === 'withdrawn' || doneAt === null) return 'WRONG_STATE'
  if (now.toISOString() > daysAfter(doneAt, limits.case.reopenWithinDays)) return 'WRONG_STATE'
  return reopenings < limits.case.reopenings ? null : 'REOPENED_TOO_OFTEN'
}

const isTime: Guard = ({ lapseAt }, _asked, now) =>
  lapseAt !== null && lapseAt <= now.toISOString() ? null : 'WRONG_STATE'

/** The states of a case. What is not in the table does not happen. */
export const moves: readonly Move[] = [
  { event: 'accept', from: ['submitted'], to: 'accepted', who: ['staff'] },
  {
    event: 'dispatch',
    from: ['submitted', 'accepted', 'dispatched'],
    to: 'dispatched',
    who: ['staff'],
    guard: hasRoom,
  },
  { event: 'sendBack', from: ['dispatched'], to: 'accepted', who: ['handler'] },
  {
    event: 'escalate',
    from: ['submitted', 'accepted', 'dispatched'],
    to: 'submitted',
    who: ['staff'],
    guard: canBeEscalated,
  },
  { event: 'answer', from: ['accepted'], to: 'answered', who: ['staff'] },
  { event: 'answer', from: ['dispatched'], to: 'answered', who: ['handler', 'staff'] },
  { event: 'refuse', from: ['submitted', 'accepted'], to: 'closed', who: ['staff'] },
  { event: 'rate', from: ['answered'], to: 'closed', who: ['reporter'], guard: isRated(true) },
  { event: 'rate', from: ['answered'], to: 'answered', who: ['reporter'], guard: isRated(false) },
  {
    event: 'reopen',
    from: ['answered', 'closed'],
    to: 'accepted',
    who: ['reporter'],
    guard: canBeReopened,
  },
  { event: 'withdraw', from: ['submitted', 'accepted'], to: 'closed', who: ['reporter'] },
  { event: 'lapse', from: ['answered'], to: 'closed', who: ['timer'], guard: isTime },
]

/** By whom, when and by which request something happens. */
export type Doing = Omit<Row, 'event' | 'text' | 'photoIds'>

/** The line of the table that lets something happen to a case as it stands, or why none does. */
export function moveFor(kase: Case, asked: Asked, who: readonly Who[], now: Date): Move | Denial {
  const theirs = moves.filter(
    (move) => move.event === asked.event && move.who.some((one) => who.includes(one)),
  )
  if (theirs.length === 0) return 'FORBIDDEN'
  let denial: Denial = 'WRONG_STATE'
  for (const move of theirs.filter(({ from }) => from.includes(kase.state))) {
    const why = move.guard?.(kase, asked, now) ?? null
    if (why === null) return move
    denial = why
  }
  return denial
}

/** The case after something that may happen: its state, and exactly one row of its timeline, move together. */
export function moved(kase: Case, happening: Happening, who: readonly Who[], doing: Doing): Case | Denial {
  const move = moveFor(kase, happening, who, new Date(doing.at))
  if (typeof move === 'string') return move
  const { text, photoIds } = { text: '', photoIds: [], ...happening }
  const row: Row = { ...doing, event: happening.event, text, photoIds: [...photoIds] }
  return placed({
    ...kase,
    ...effectOf(kase, happening, doing.at),
    state: move.to,
    timeline: [...kase.timeline, row],
    version: kase.version + 1,
  })
}
