import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { topicsOpen } from './topics'
import { agendas, supportIdOf, topicSupports, type Agenda, type TopicSupport } from './store'
import { topicViews } from './views'

/**
 * Supports a topic, or takes it back: what counts is what the person's own document says. Nine round trips.
 */
export const supportTopic: Handler<'meetings.supportTopic'> = async (
  { meetingId, topicId, support },
  context,
) => {
  const { me, db, fail } = context
  await topicsOpen(meetingId, context)
  const _id = supportIdOf(meetingId, me.memberId)
  const [agenda, mine] = await db.transact<[Agenda, TopicSupport]>(async (tx, attempt) => {
    const found = await tx.find(agendas, meetingId)
    if (!found?.topics.some(({ id, held }) => id === topicId && !held)) return fail('NOT_FOUND')
    const before: TopicSupport = (await tx.find(topicSupports, _id)) ?? {
      _id,
      schemaVersion: 1,
      topicIds: [],
    }
    const isRepeat = await claim(tx, attempt, context)
    if (isRepeat || before.topicIds.includes(topicId) === support) return [found, before]
    const others = before.topicIds.filter((id) => id !== topicId)
    const after = await tx.put(topicSupports, {
      ...before,
      topicIds: support ? [...others, topicId] : others,
    })
    const topics = found.topics.map((topic) =>
      topic.id === topicId ? { ...topic, supporters: topic.supporters + (support ? 1 : -1) } : topic,
    )
    return [await tx.put(agendas, { ...found, topics }), after]
  })
  return { topics: topicViews(agenda, mine, me) }
}
