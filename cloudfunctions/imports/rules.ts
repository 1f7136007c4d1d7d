import type { Import } from './store'

type State = Import['state']

/**
 * The states of an import. What is not in the table does not happen. `applying` and `undoing` last for as many
 * calls as there are batches; each can be interrupted anywhere and goes on with the next call.
 */
export const importMoves = {
  beginApply: { from: ['staged', 'applying'], to: 'applying' },
  finishApply: { from: ['applying'], to: 'applied' },
  beginUndo: { from: ['applying', 'applied', 'undoing'], to: 'undoing' },
  finishUndo: { from: ['undoing'], to: 'undone' },
  lapse: { from: ['staged'], to: 'lapsed' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>

export type ImportEvent = keyof typeof importMoves

/** Whether an event can happen to an import as it stands. */
export const canMove = (state: State, event: ImportEvent): boolean =>
  (importMoves[event].from as readonly State[]).includes(state)

/** State and timeline after an event; a step that goes on with what was begun adds no line. */
export function moved(
  found: Import,
  event: ImportEvent,
  by: { actor: string; at: string },
): Pick<Import, 'state' | 'timeline'> {
  const { to } = importMoves[event]
  if (found.state === to) return { state: to, timeline: found.timeline }
  return { state: to, timeline: [...found.timeline, { event, ...by }] }
}

/**
 * Puts things that belong together into batches of at most `size` rows, in their order.
 * @param rowsOf rows of one of them, at most `size`
 */
export function inBatches<One>(all: readonly One[], size: number, rowsOf: (one: One) => number): One[][] {
  const batches: One[][] = []
  let room = 0
  for (const one of all) {
    if (rowsOf(one) > room) {
      batches.push([])
      room = size
    }
    batches.at(-1)?.push(one)
    room -= rowsOf(one)
  }
  return batches
}
