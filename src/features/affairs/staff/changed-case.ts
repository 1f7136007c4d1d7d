import { create } from 'zustand'
import type { Input, Output } from '@contract/index'
import type { StaffCase } from '../parts/case-types'

export type QueueView = Input<'affairs.queue'>['view']
export type QueueRow = Output<'affairs.queue'>['cases'][number]

/** The case that was last acted on here: its page tells the list that it was opened from. */
export const useChangedCase = create<{ changed: StaffCase | null }>(() => ({ changed: null }))

/** What became of a row when its case was acted on; null when it is no longer in this part of the queue. */
export const rowAfter = (row: QueueRow, view: QueueView, changed: StaffCase): QueueRow | null => {
  const { state, outcome, level, dueOn, overdue, handler } = changed
  const handlerName = handler?.name ?? null
  const isElsewhere =
    partOf(state) !== partOf(row.state) ||
    level !== row.level ||
    (view === 'mine' && handlerName !== row.handlerName)
  return isElsewhere ? null : { ...row, state, outcome, level, dueOn, overdue, handlerName }
}

/** As the server divides them. */
const partOf = (state: QueueRow['state']): 'todo' | 'out' | 'done' => {
  if (state === 'submitted' || state === 'accepted') return 'todo'
  return state === 'dispatched' ? 'out' : 'done'
}
