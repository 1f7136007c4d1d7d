import type { Handler } from '../kit/handler'
import { isSeenBy } from './actors'
import { replyToStaff } from './replies'
import { cases } from './store'

/** Two round trips. */
export const show: Handler<'affairs.show'> = async ({ caseId }, context) => {
  const kase = await context.db.read(cases, caseId)
  if (!kase || !isSeenBy(kase, context.me)) return context.fail('NOT_FOUND')
  return replyToStaff(kase, context)
}
