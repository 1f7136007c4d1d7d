import type { z } from 'zod'
import type * as contract from '../contract/meetings'
import { gateOf, whyNotNow } from './rules'
import type { Agenda, MeetingFacts, SignUp, SignUpState, TopicSupport, Waitlist } from './store'

type BriefView = z.output<typeof contract.MeetingBrief>
type StaffView = z.output<typeof contract.StaffMeeting>
type TopicView = z.output<typeof contract.Topic>
type AttendeeView = z.output<typeof contract.Attendee>

/** What a call that does not ask for the waitlist takes it for: one with places left. */
const roomy = { left: 1 }

/** What the view of a meeting in a list stands on; a board holds no more. */
export type BriefFacts = Pick<
  MeetingFacts,
  | '_id'
  | 'communityId'
  | 'template'
  | 'title'
  | 'venue'
  | 'startsAt'
  | 'endsAt'
  | 'state'
  | 'capacity'
  | 'left'
  | 'signUpFrom'
  | 'signUpUntil'
  | 'audience'
  | 'queueing'
>

/** A meeting as anyone may see it. */
export const briefView = (
  meeting: BriefFacts,
  now: Date,
  mine: SignUpState | null,
  waitlist: Pick<Waitlist, 'left'> = roomy,
): BriefView => ({
  id: meeting._id,
  communityId: meeting.communityId,
  template: meeting.template,
  title: meeting.title,
  venue: meeting.venue,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  state: meeting.state,
  capacity: meeting.capacity,
  seatsLeft: meeting.left,
  signUpFrom: meeting.signUpFrom,
  signUpUntil: meeting.signUpUntil,
  audience: meeting.audience,
  gate: gateView(meeting, waitlist, now),
  mine,
})

/** A meeting as its community's staff see it. */
export const staffView = (meeting: MeetingFacts, now: Date): StaffView => ({
  ...briefView(meeting, now, null),
  note: meeting.note,
  householdLimit: meeting.householdLimit,
  waitlistLimit: meeting.waitlistLimit,
  seatsTaken: meeting.reservedUnits,
  calledOffBecause: meeting.calledOffBecause,
  seriesId: meeting.seriesId,
  version: meeting.version,
})

/** The topics, those on the agenda first, then those with most support. What is held its proposer and staff see. */
export function topicViews(
  agenda: Agenda | null,
  support: TopicSupport | null,
  viewer: { memberId: string | null; isStaff?: boolean },
): TopicView[] {
  const { memberId, isStaff = false } = viewer
  const isMine = ({ proposedBy }: Agenda['topics'][number]) => proposedBy === memberId
  const topics = (agenda?.topics ?? []).filter((topic) => isStaff || isMine(topic) || !topic.held)
  topics.sort((a, b) => Number(b.onAgenda) - Number(a.onAgenda) || b.supporters - a.supporters)
  return topics.map((topic) => ({
    id: topic.id,
    text: topic.text,
    supporters: topic.supporters,
    onAgenda: topic.onAgenda,
    supported: support?.topicIds.includes(topic.id) ?? false,
    mine: isMine(topic),
    held: topic.held ? { state: topic.held.state, reason: topic.held.reason } : null,
  }))
}

/** Somebody as the host sees them. */
export const attendeeView = (signUp: SignUp): AttendeeView => ({
  id: signUp._id,
  name: signUp.name,
  place: signUp.place,
  isGuest: signUp.memberId === null,
  state: signUp.state,
  since: signUp.timeline.at(-1)?.at ?? signUp.signedUpAt,
})

function gateView(meeting: BriefFacts, waitlist: Pick<Waitlist, 'left'>, now: Date): BriefView['gate'] {
  const why = whyNotNow(meeting, now)
  if (why === 'CALLED_OFF') return 'called_off'
  if (why) return why === 'SIGN_UP_NOT_YET' ? 'not_yet' : 'closed'
  return gateOf(meeting, waitlist, now)
}
