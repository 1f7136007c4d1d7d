import type { Copy, Erasure } from './store'

export type CopyEvent = 'ask' | 'begin' | 'finish' | 'fetch' | 'expire' | 'fail'
export type ErasureEvent = 'settle' | 'finish'

interface Move<State, Who> {
  /** null: there is none yet. */
  from: readonly (State | null)[]
  to: State
  who: Who
}

/** The states of a copy. What is not in the table does not happen. */
export const copyMoves: Record<CopyEvent, Move<Copy['state'], 'member' | 'timer'>> = {
  ask: { from: [null, 'ready', 'fetched', 'expired', 'failed'], to: 'asked', who: 'member' },
  begin: { from: ['asked', 'building'], to: 'building', who: 'timer' },
  finish: { from: ['building'], to: 'ready', who: 'timer' },
  fetch: { from: ['ready', 'fetched'], to: 'fetched', who: 'member' },
  expire: { from: ['ready', 'fetched'], to: 'expired', who: 'timer' },
  fail: { from: ['asked', 'building'], to: 'failed', who: 'timer' },
}

/** The states of a deletion: what is open is settled first, then everything is wiped. */
export const erasureMoves: Record<ErasureEvent, Move<Erasure['state'], 'timer'>> = {
  settle: { from: ['settling'], to: 'wiping', who: 'timer' },
  finish: { from: ['wiping'], to: 'done', who: 'timer' },
}

/** The state after an event; null when the table has no such move. */
export const copyAfter = (state: Copy['state'] | null, event: CopyEvent): Copy['state'] | null =>
  copyMoves[event].from.includes(state) ? copyMoves[event].to : null

export const erasureAfter = (state: Erasure['state'], event: ErasureEvent): Erasure['state'] | null =>
  erasureMoves[event].from.includes(state) ? erasureMoves[event].to : null
