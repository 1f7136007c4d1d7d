import { limits } from '../contract/limits'
import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { topicsOpen } from './topics'
import { agendas, supportIdOf, topicSupports, type Agenda } from './store'
import { topicViews } from './views'

/** Proposes something to talk about. Eight round trips. */
export const proposeTopic: Handler<'meetings.proposeTopic'> = async ({ meetingId, text }, context) => {
  const { me, now, db, fail, effectId } = context
  await topicsOpen(meetingId, context)
  const id = effectId('o')
  const agenda = await db.transact<Agenda>(async (tx, attempt) => {
    const found = await tx.find(agendas, meetingId)
    const topics = found?.topics ?? []
    const earlier = topics.find((topic) => topic.id === id)
    if (found && earlier) return earlier.text === text ? found : fail('CONFLICT')
    await claim(tx, attempt, context)
    const mine = topics.filter(({ proposedBy }) => proposedBy === me.memberId).length
    if (mine >= limits.meeting.topicsPerPerson || topics.length >= limits.meeting.topics)
      return fail('TOO_MANY_TOPICS')
    const topic = { id, text, proposedBy: me.memberId, at: now.toISOString(), supporters: 0, onAgenda: false }
    return tx.put(agendas, { _id: meetingId, schemaVersion: 1, topics: [...topics, topic] })
  })
  const support = await db.read(topicSupports, supportIdOf(meetingId, me.memberId))
  return { topics: topicViews(agenda, support, me.memberId) }
}
