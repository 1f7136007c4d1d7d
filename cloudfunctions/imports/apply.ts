import type { Handler } from '../kit/handler'
import { applyBatch, rowsOf } from './batchWork'
import { batches, batchIdOf } from './store'
import { importOf, step } from './step'
import { reportView } from './views'

/** Applies the next batch. What is applied already answers as it stands: a lost reply does no harm. */
export const apply: Handler<'imports.apply'> = async ({ communityId, importId, skipErroneous }, context) => {
  const found = await importOf(context, communityId, importId)
  if (found.state === 'applied') return reportView(found)
  if (found.state === 'lapsed') return context.fail('IMPORT_LAPSED')
  if (found.erroneous > 0 && !skipErroneous) return context.fail('IMPORT_HAS_ERRORS')
  const after = await step(found, { event: 'beginApply' }, context, async ({ nextBatch, done }) => {
    const batch = await context.db.read(batches, batchIdOf(importId, nextBatch))
    if (!batch) return { finished: 'finishApply' }
    await applyBatch(batch, context)
    const progress = { nextBatch: nextBatch + 1, done: done + rowsOf(batch) }
    return nextBatch + 1 === found.batches ? { ...progress, finished: 'finishApply' } : progress
  })
  return reportView(after)
}
