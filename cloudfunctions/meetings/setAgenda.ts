import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { agendas, meetings, type Agenda } from './store'
import { topicViews } from './views'

/**
 * Says of one topic whether it is on: of the others nothing, so that two at once, of one person or of two, are both
 * there. A repeat changes nothing. Seven round trips.
 */
export const setAgenda: Handler<'meetings.setAgenda'> = async ({ meetingId, topicId, on }, context) => {
  const { me, db, fail } = context
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  const agenda = await db.transact<Agenda>(async (tx, attempt) => {
    const found = (await tx.find(agendas, meetingId)) ?? fail('NOT_FOUND')
    const asked = found.topics.find(({ id }) => id === topicId) ?? fail('NOT_FOUND')
    if (asked.held && on) return fail('CONTENT_HELD')
    if (await claim(tx, attempt, context)) return found
    const topics = found.topics.map((topic) => (topic === asked ? { ...topic, onAgenda: on } : topic))
    return tx.put(agendas, { ...found, topics })
  })
  return { topics: topicViews(agenda, null, { memberId: null, isStaff: true }) }
}
