import { limits } from '../contract/limits'
import { bounds } from '../contract/desk-bounds'
import type { Desk } from './store'

export type DeskState = Desk['state']
export type DeskEvent = 'scan' | 'confirm' | 'decline' | 'end' | 'displace' | 'lapse'

/** Who makes it happen: the person who scanned it (with their phone, or at the desk itself), or the clock. */
export type DeskMover = 'member' | 'timer'

interface Move {
  from: DeskState
  to: DeskState
  who: DeskMover
}

/** The states of a desk. What is not in the table does not happen; what led to nothing is removed by the clock. */
export const deskMoves: Record<DeskEvent, Move> = {
  scan: { from: 'open', to: 'scanned', who: 'member' },
  confirm: { from: 'scanned', to: 'in_force', who: 'member' },
  decline: { from: 'scanned', to: 'declined', who: 'member' },
  end: { from: 'in_force', to: 'ended', who: 'member' },
  /** Somebody confirms one desk too many: the oldest ends. */
  displace: { from: 'in_force', to: 'ended', who: 'member' },
  lapse: { from: 'in_force', to: 'lapsed', who: 'timer' },
}

const minuteMs = 60_000
const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

/** When what waits now is too late, reckoned from the moment it began. */
export const scannableUntil = (at: string): string => after(at, bounds.openMinutes * minuteMs)

/** The desk after an event; null when the table has no such move. */
export function movedDesk(
  desk: Desk,
  event: DeskEvent,
  { who, memberId, at }: { who: DeskMover; memberId: string; at: string },
): Desk | null {
  const { from, to, who: mover } = deskMoves[event]
  if (desk.state !== from || mover !== who) return null
  const timeline = [...desk.timeline, { event, at, actor: who === 'timer' ? 'timer' : memberId }]
  return {
    ...desk,
    state: to,
    timeline,
    ...timesAfter(desk, event, at),
    ...(who === 'member' && { memberId }),
  }
}

/** Until when the next step may come, until when it is in force, and when the clock looks at it. */
function timesAfter(desk: Desk, event: DeskEvent, at: string): Partial<Desk> {
  switch (event) {
    case 'scan': {
      const expiresAt = after(at, bounds.answerMinutes * minuteMs)
      return { expiresAt, sweepAt: after(expiresAt, bounds.unusedMinutes * minuteMs) }
    }
    case 'confirm': {
      const until = after(at, limits.desk.hours * 60 * minuteMs)
      return { expiresAt: after(at, bounds.fetchMinutes * minuteMs), until, sweepAt: until }
    }
    case 'decline':
      return {}
    default:
      return { sweepAt: after(desk.until ?? at, bounds.keptDays * 24 * 60 * minuteMs) }
  }
}
