import type { Handler } from '../kit/handler'
import { isReporterOf } from './actors'
import { replyToReporter } from './replies'
import { cases } from './store'

/** Two round trips. */
export const mineShown: Handler<'affairs.mineShown'> = async ({ caseId }, context) => {
  const kase = await context.db.read(cases, caseId)
  if (!kase || !isReporterOf(kase, context.me)) return context.fail('NOT_FOUND')
  return replyToReporter(kase, context)
}
