import type { Context } from '../kit/handler'
import { isFor } from './rules'
import { meetings, type MeetingFacts } from './store'

/**
 * Topics are proposed and supported until the meeting begins, by those whom it is for. One round trip.
 * @throws Refusal NOT_FOUND, TOPICS_CLOSED
 */
export async function topicsOpen(
  meetingId: string,
  { me, now, db, fail }: Context<'meetings.proposeTopic' | 'meetings.supportTopic'>,
): Promise<Pick<MeetingFacts, 'communityId'>> {
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !isFor(meeting, me.residency)) return fail('NOT_FOUND')
  if (meeting.state !== 'open' || meeting.startsAt <= now.toISOString()) return fail('TOPICS_CLOSED')
  return meeting
}
