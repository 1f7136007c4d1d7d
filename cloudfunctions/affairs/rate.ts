import type { Handler } from '../kit/handler'
import { isOwnWork } from './actors'
import { changeAsReporter } from './change'
import { replyToReporter } from './replies'

/** Not by a helper (代办) who handled it (docs/decisions/0202). Five round trips. */
export const rate: Handler<'affairs.rate'> = async ({ caseId, satisfied, comment }, context) => {
  const { me, fail } = context
  const rated = await changeAsReporter(caseId, context, async (_tx, kase) =>
    isOwnWork(kase, me) ? fail('NOT_ONESELF') : { event: 'rate', satisfied, text: comment },
  )
  return replyToReporter(rated, context)
}
