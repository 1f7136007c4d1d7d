import type { Handler } from '../kit/handler'
import { changeAsReporter } from './change'
import { replyToReporter } from './replies'

/** Back to the staff of the level that answered; the days until the answer begin anew. Five round trips. */
export const reopen: Handler<'affairs.reopen'> = async ({ caseId, comment }, context) =>
  replyToReporter(
    await changeAsReporter(caseId, context, () => Promise.resolve({ event: 'reopen', text: comment })),
    context,
  )
