import type { Check, Row } from './store'

/** Who says something of what is held: WeChat's check, or a member of staff. */
export type Who = 'wechat' | 'staff'

/** One line of the table. */
export interface Move {
  event: Row['event']
  from: readonly Check['state'][]
  to: Check['state']
  who: readonly Who[]
}

/** The states of what is held. What is not in the table does not happen. */
export const moves: readonly Move[] = [
  { event: 'pass', from: ['checking'], to: 'passed', who: ['wechat', 'staff'] },
  { event: 'pass', from: ['review'], to: 'passed', who: ['staff'] },
  { event: 'refuse', from: ['checking'], to: 'refused', who: ['wechat', 'staff'] },
  { event: 'refuse', from: ['review'], to: 'refused', who: ['staff'] },
  { event: 'doubt', from: ['checking'], to: 'review', who: ['wechat'] },
]

/** What is held after somebody said something of it: state and one row of the timeline move together. */
export function moved(check: Check, who: Who, row: Row): Check | null {
  const move = moves.find(
    ({ event, from, who: by }) => event === row.event && from.includes(check.state) && by.includes(who),
  )
  if (!move) return null
  return {
    ...check,
    state: move.to,
    // Whatever comes next, WeChat is not asked again: nothing that leads to the person stays.
    sealed: null,
    traceId: null,
    nextAt: null,
    timeline: [...check.timeline, row],
    version: check.version + 1,
  }
}
