import type { Handler } from '../kit/handler'
import { changeAsReporter } from './change'
import { replyToReporter } from './replies'

/** Five round trips. */
export const withdraw: Handler<'affairs.withdraw'> = async ({ caseId }, context) =>
  replyToReporter(
    await changeAsReporter(caseId, context, () => Promise.resolve({ event: 'withdraw' })),
    context,
  )
