import { limits } from '../contract/limits'
import { claim } from '../kit/claim'
import type { Context, Handler } from '../kit/handler'
import { checks, heldBy, screen, waitingMark, type Check, type Screening } from '../safety/post'
import { topicsOpen } from './topics'
import { agendas, supportIdOf, topicSupports, type Agenda } from './store'
import { topicViews } from './views'

type Proposing = Context<'meetings.proposeTopic'>
type Topic = Agenda['topics'][number]

/** Proposes something to talk about. Eight round trips, nine where it is held. */
export const proposeTopic: Handler<'meetings.proposeTopic'> = async (
  { meetingId, text, instead },
  context,
) => {
  const { me, now, db, fail, effectId } = context
  const { communityId } = await topicsOpen(meetingId, context)
  const screening = await screen([{ field: 'text', text }], context)
  const id = effectId('o')
  const agenda = await db.transact<Agenda>(async (tx, attempt) => {
    const found = await tx.find(agendas, meetingId)
    const all = found?.topics ?? []
    const earlier = all.find((topic) => topic.id === id)
    if (found && earlier) return earlier.text === text ? found : fail('CONFLICT')
    await claim(tx, attempt, context)
    const topics = all.filter((topic) => topic.id !== instead || !isMyRefused(topic, me.memberId))
    const mine = topics.filter(({ proposedBy }) => proposedBy === me.memberId).length
    if (mine >= limits.meeting.topicsPerPerson || topics.length >= limits.meeting.topics)
      return fail('TOO_MANY_TOPICS')
    const check = heldCheck(screening, { meetingId, communityId, id, text }, context)
    if (check) await tx.insert(checks, check)
    const held = check && waitingMark(check)
    const topic = {
      id,
      text,
      proposedBy: me.memberId,
      at: now.toISOString(),
      supporters: 0,
      onAgenda: false,
      held,
    }
    return tx.put(agendas, { _id: meetingId, schemaVersion: 1, topics: [...topics, topic] })
  })
  const support = await db.read(topicSupports, supportIdOf(meetingId, me.memberId))
  return { topics: topicViews(agenda, support, me) }
}

const isMyRefused = ({ proposedBy, held }: Topic, memberId: string): boolean =>
  proposedBy === memberId && held?.state === 'refused'

/** @returns null where everybody may see it at once */
function heldCheck(
  { verdict, refusedField }: Screening,
  { meetingId, communityId, id, text }: { meetingId: string; communityId: string; id: string; text: string },
  context: Proposing,
): Check | null {
  if (verdict === 'risky') return context.fail('CONTENT_REFUSED', refusedField ?? 'text')
  if (verdict === 'pass') return null
  const texts = [{ field: 'text', text }]
  return heldBy(
    verdict,
    { kind: 'topic', documentId: meetingId, part: id, communityId, texts, photoId: null },
    context,
  )
}
