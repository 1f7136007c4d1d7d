import type { Context } from '../kit/handler'
import { applyHouseholds, undoHouseholds, whyNotUndoHouseholds } from './householdWork'
import { applyItems, undoItems, whyNotUndoItems } from './itemWork'
import type { Batch } from './store'

/** Writes what has to be written, after keeping what was there before. Can be repeated after a crash anywhere in it. */
export const applyBatch = (batch: Batch, context: Context<'imports.apply'>): Promise<void> =>
  batch.kind === 'roster' ? applyHouseholds(batch, context) : applyItems(batch, context)

/** Why a batch cannot be put back; null when it can. */
export const whyNotUndo = (batch: Batch, { db }: Context<'imports.undo'>) =>
  batch.kind === 'roster' ? whyNotUndoHouseholds(batch, db) : whyNotUndoItems(batch, db)

/** Puts back what was there before; what somebody else has changed since makes it stop. */
export const undoBatch = (batch: Batch, context: Context<'imports.undo'>): Promise<void> =>
  batch.kind === 'roster' ? undoHouseholds(batch, context) : undoItems(batch, context)

/** Rows of the file that are in a batch. */
export const rowsOf = (batch: Batch): number =>
  batch.kind === 'roster'
    ? batch.entries.reduce((sum, { persons }) => sum + persons.length, 0)
    : batch.entries.length
