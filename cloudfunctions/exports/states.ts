import type { Export } from './store'

export type ExportState = Export['state']
export type ExportEvent = Export['timeline'][number]['event']

/** Who makes it happen: whoever asked for it, or the clock. */
export type ExportMover = 'asker' | 'timer'

interface Move {
  from: readonly ExportState[]
  to: ExportState
  who: ExportMover
}

/** The states of an export. What is not in the table does not happen. */
export const exportMoves: Record<Exclude<ExportEvent, 'ask'>, Move> = {
  build: { from: ['asked', 'building'], to: 'building', who: 'asker' },
  finish: { from: ['building'], to: 'ready', who: 'asker' },
  fail: { from: ['building'], to: 'failed', who: 'asker' },
  fetch: { from: ['ready', 'fetched'], to: 'fetched', who: 'asker' },
  expire: { from: ['asked', 'building', 'ready', 'fetched'], to: 'expired', who: 'timer' },
}

/** Whether its workbook is there. */
export const isMade = (state: ExportState): boolean => state === 'ready' || state === 'fetched'

type Moved = Pick<Export, 'state' | 'timeline'>

/** State and timeline after an event, a step that goes on adds no row; null when the table has no such move. */
export function movedExport(
  { state, timeline }: Moved,
  event: keyof typeof exportMoves,
  { who, actor, at }: { who: ExportMover; actor: string; at: string },
): Moved | null {
  const { from, to, who: mover } = exportMoves[event]
  if (!from.includes(state) || mover !== who) return null
  if (state === to) return { state, timeline }
  return { state: to, timeline: [...timeline, { event, at, actor }] }
}
