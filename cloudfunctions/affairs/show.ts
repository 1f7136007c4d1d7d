import type { Handler } from '../kit/handler'
import { noteReading } from '../kit/readings'
import { isSeenBy } from './actors'
import { replyToStaff } from './replies'
import { cases } from './store'

/** Two round trips; three where the reporter gave the name. */
export const show: Handler<'affairs.show'> = async ({ caseId }, context) => {
  const kase = await context.db.read(cases, caseId)
  if (!kase || !isSeenBy(kase, context.me)) return context.fail('NOT_FOUND')
  const { communityId, reporterId, identity } = kase
  if (identity === 'named' && reporterId !== context.me.memberId)
    await noteReading(context, {
      ...{ action: 'affairs.show', communityId, document: caseId, subject: reporterId },
    })
  return replyToStaff(kase, context)
}
