import type { Handler } from '../kit/handler'
import { changeAsReporter } from './change'
import { replyToReporter } from './replies'

/** Five round trips. */
export const rate: Handler<'affairs.rate'> = async ({ caseId, satisfied, comment }, context) => {
  const rated = await changeAsReporter(caseId, context, { event: 'rate', satisfied, text: comment })
  return replyToReporter(rated, context)
}
