import type { Context, Handler } from '../kit/handler'
import { atOnce } from './atOnce'
import { rowsOf, undoBatch, whyNotUndo } from './batchWork'
import { canMove } from './rules'
import { batches, batchIdOf, type Import } from './store'
import { importOf, step } from './step'
import { reportView } from './views'

/** Batches of up to `rowsPerStep` rows that are looked at at once. */
const lookWidth = 4

/**
 * Puts back what was there before, the last batch first. The first call looks at all batches and does nothing else:
 * an import that cannot be undone is refused before anything is touched, and looking at a long one takes its time.
 */
export const undo: Handler<'imports.undo'> = async ({ communityId, importId }, context) => {
  const { db, fail } = context
  const found = await importOf(context, communityId, importId)
  if (found.state === 'undone') return reportView(found)
  if (found.state === 'lapsed') return fail('IMPORT_LAPSED')
  if (!canMove(found.state, 'beginUndo')) return fail('WRONG_STATE')
  if (found.state !== 'undoing') {
    const start = await startOf(found, context)
    return reportView(await step(found, { event: 'beginUndo', start }, context, async () => ({})))
  }
  const after = await step(found, { event: 'beginUndo' }, context, async ({ nextBatch, done }) => {
    const batch = nextBatch > 0 ? await db.read(batches, batchIdOf(importId, nextBatch - 1)) : null
    if (!batch) return { finished: 'finishUndo' }
    await undoBatch(batch, context)
    const progress = { nextBatch: nextBatch - 1, done: done + rowsOf(batch) }
    return nextBatch === 1 ? { ...progress, finished: 'finishUndo' } : progress
  })
  return reportView(after)
}

/**
 * Where undoing begins. The batch after the applied ones may be half done, so it counts as well.
 * @throws Refusal CHANGED_MEANWHILE, ALREADY_USED
 */
async function startOf(found: Import, context: Context<'imports.undo'>): Promise<Partial<Import>> {
  const nextBatch = Math.min(found.nextBatch + 1, found.batches)
  let toDo = 0
  const look = async (index: number) => {
    const batch = await context.db.read(batches, batchIdOf(found._id, index))
    const denial = batch && (await whyNotUndo(batch, context))
    if (denial) context.fail(denial)
    toDo += batch ? rowsOf(batch) : 0
  }
  await atOnce([...Array(nextBatch).keys()], look, lookWidth)
  return { nextBatch, toDo, done: 0 }
}
