import type { Context, Handler } from '../kit/handler'
import { rowsOf, undoBatch, whyNotUndo } from './batchWork'
import { canMove } from './rules'
import { batches, batchIdOf, type Import } from './store'
import { importOf, step } from './step'
import { reportView } from './views'

/**
 * Puts back what was there before, the last batch first. The first call looks at all batches, so that an import
 * that cannot be undone is refused before anything is touched.
 */
export const undo: Handler<'imports.undo'> = async ({ communityId, importId }, context) => {
  const { db, fail } = context
  const found = await importOf(context, communityId, importId)
  if (found.state === 'undone') return reportView(found)
  if (!canMove(found.state, 'beginUndo')) return fail('WRONG_STATE')
  const start = found.state === 'undoing' ? {} : await startOf(found, context)
  const after = await step(found, { event: 'beginUndo', start }, context, async ({ nextBatch, done }) => {
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
  for (let index = 0; index < nextBatch; index += 1) {
    const batch = await context.db.read(batches, batchIdOf(found._id, index))
    const denial = batch && (await whyNotUndo(batch, context))
    if (denial) return context.fail(denial)
    toDo += batch ? rowsOf(batch) : 0
  }
  return { nextBatch, toDo, done: 0 }
}
