import type { Database } from '../kit/database'
import { agendasOf, heldBy, peopleIn, peoplePage, signUpsOf, toCome } from './queries'
import { hasEnded } from './states'
import {
  agendas,
  meetings,
  signUps,
  type Agenda,
  type MeetingFacts,
  type SignUp,
  type SignUpState,
} from './store'
import type { BriefFacts } from './views'

/** A meeting to come as a community's board holds it. */
export interface MeetingAhead extends BriefFacts {
  /** Seats that are taken. */
  reservedUnits: number
  topTopic: { text: string; supporters: number } | null
}

/** Meetings of a community that are not over, soonest first. The named entry for `home`; two round trips. */
export async function meetingsAhead(
  db: Database,
  communityId: string,
  now: Date,
  most: number,
): Promise<MeetingAhead[]> {
  const found = await db.list(meetings, toCome(communityId, now.toISOString(), most))
  if (found.length === 0) return []
  const topics = await db.list(agendas, agendasOf(found.map(({ _id }) => _id)))
  return found.map((meeting) =>
    aheadOf(
      meeting,
      topics.find(({ _id }) => _id === meeting._id),
    ),
  )
}

const aheadOf = (meeting: MeetingFacts, agenda: Agenda | undefined): MeetingAhead => ({
  _id: meeting._id,
  communityId: meeting.communityId,
  template: meeting.template,
  title: meeting.title,
  venue: meeting.venue,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  state: meeting.state,
  capacity: meeting.capacity,
  left: meeting.left,
  reservedUnits: meeting.reservedUnits,
  signUpFrom: meeting.signUpFrom,
  signUpUntil: meeting.signUpUntil,
  audience: meeting.audience,
  queueing: meeting.queueing,
  topTopic: topTopicOf(agenda),
})

/** Of the topics that nobody supports yet none is the one that most people want. */
function topTopicOf(agenda: Agenda | undefined): MeetingAhead['topTopic'] {
  const [top] = (agenda?.topics ?? []).filter(({ held }) => !held).sort((a, b) => b.supporters - a.supporters)
  return top && top.supporters > 0 ? { text: top.text, supporters: top.supporters } : null
}

/**
 * The state of a member's latest sign-up for each meeting; none for those without one in force. One round trip, none
 * for no meetings.
 */
export async function statesOf(
  db: Database,
  memberId: string,
  found: ReadonlyArray<Pick<MeetingFacts, '_id'>>,
): Promise<Map<string, SignUpState>> {
  const states = new Map<string, SignUpState>()
  if (found.length === 0) return states
  const ids = found.map(({ _id }) => _id)
  for (const { meetingId, state } of await db.list(signUps, signUpsOf(memberId, ids)))
    if (!states.has(meetingId) && !hasEnded(state)) states.set(meetingId, state)
  return states
}

/**
 * How many meetings to come of a community somebody has signed up for. The named entry for `residency`; two round
 * trips at most.
 */
export async function meetingsWithMe(
  db: Database,
  memberId: string,
  communityId: string,
  now: Date,
): Promise<number> {
  const found = await db.list(meetings, toCome(communityId, now.toISOString()))
  const open = found.filter(({ state }) => state === 'open')
  return (await statesOf(db, memberId, open)).size
}

/** A meeting by its id, without its reservations. The named entry for other domains; one round trip. */
export const meetingOf = (db: Database, meetingId: string): Promise<MeetingFacts | null> =>
  db.readSlim(meetings, meetingId, 'reserved')

/** The next of all that were ever on a meeting's list. The named entry for `exports`; one round trip. */
export const peopleOf = (
  db: Database,
  meetingId: string,
  cursor: string | null,
  limit: number,
): Promise<SignUp[]> => db.list(signUps, peoplePage(meetingId, cursor, limit))

/** How many there are. One round trip. */
export const countPeopleOf = (db: Database, meetingId: string): Promise<number> =>
  db.count(signUps, peopleIn(meetingId, null))
/** Who is behind a sign-up; a guest is nobody that the product knows. The named entry for `privacy`; one round trip. */
export async function signedUpPerson(db: Database, signUpId: string) {
  const found = await db.read(signUps, signUpId)
  return found && { communityId: found.communityId, memberId: found.memberId }
}

/** Seats, and places on waitlists, that somebody holds. The named entry for `privacy`; one round trip. */
export const seatsOf = async (db: Database, memberId: string): Promise<number> =>
  (await db.list(signUps, heldBy(memberId))).length
