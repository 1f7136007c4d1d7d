import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { agendas, meetings, type Agenda } from './store'
import { topicViews } from './views'

/** Says which topics are on. The whole choice is sent, and a repeat changes nothing. Seven round trips. */
export const setAgenda: Handler<'meetings.setAgenda'> = async ({ meetingId, topicIds }, context) => {
  const { me, db, fail } = context
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  const chosen = new Set(topicIds)
  const agenda = await db.transact<Agenda | null>(async (tx, attempt) => {
    const found = await tx.find(agendas, meetingId)
    const known = new Set(found?.topics.map(({ id }) => id))
    if (topicIds.some((id) => !known.has(id))) return fail('NOT_FOUND')
    if (found?.topics.some(({ id, held }) => held && chosen.has(id))) return fail('CONTENT_HELD')
    if (await claim(tx, attempt, context)) return found
    const topics = found?.topics.map((topic) => ({ ...topic, onAgenda: chosen.has(topic.id) }))
    return found && topics ? tx.put(agendas, { ...found, topics }) : null
  })
  return { topics: topicViews(agenda, null, { memberId: null, isStaff: true }) }
}
