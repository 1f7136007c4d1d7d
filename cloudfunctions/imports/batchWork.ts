import type { Context } from '../kit/handler'
import { branchesOf } from './branchWork'
import { householdsOf } from './householdWork'
import { applyItems, undoItems, whyNotUndoItems } from './itemWork'
import { applyMarked, undoMarked, whyNotUndoMarked } from './markedWork'
import type { Batch } from './store'
import { applyTerritory, undoTerritory, whyNotUndoTerritory } from './territoryWork'

/** Writes what has to be written, after keeping what was there before. Can be repeated after a crash anywhere in it. */
export function applyBatch(batch: Batch, context: Context<'imports.apply'>): Promise<void> {
  if (batch.kind === 'items') return applyItems(batch, context)
  if (batch.kind === 'territory') return applyTerritory(batch, context)
  return batch.kind === 'roster'
    ? applyMarked(householdsOf(batch, context.now), context)
    : applyMarked(branchesOf(batch), context)
}

/** Why a batch cannot be put back; null when it can. */
export function whyNotUndo(batch: Batch, { db, now }: Context<'imports.undo'>) {
  if (batch.kind === 'items') return whyNotUndoItems(batch, db)
  if (batch.kind === 'territory') return whyNotUndoTerritory(batch, db)
  return batch.kind === 'roster'
    ? whyNotUndoMarked(householdsOf(batch, now), db)
    : whyNotUndoMarked(branchesOf(batch), db)
}

/** Puts back what was there before; what somebody else has changed since makes it stop. */
export function undoBatch(batch: Batch, context: Context<'imports.undo'>): Promise<void> {
  if (batch.kind === 'items') return undoItems(batch, context)
  if (batch.kind === 'territory') return undoTerritory(batch, context)
  return batch.kind === 'roster'
    ? undoMarked(householdsOf(batch, context.now), context)
    : undoMarked(branchesOf(batch), context)
}

/** Rows of the file that are in a batch. */
export function rowsOf(batch: Batch): number {
  if (batch.kind === 'roster') return batch.entries.reduce((sum, { persons }) => sum + persons.length, 0)
  if (batch.kind === 'territory') return batch.entries.reduce((sum, { rows }) => sum + rows, 0)
  return batch.entries.length
}
