import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import type { Move } from '../kit/moves'
import { above, atMost, below, between, oneOf, type Where } from '../kit/where'

const { meeting: max } = limits

/** Meetings that are not over, soonest first. Served by `meetings.community_ends`. */
export const toCome = (communityId: string, now: string, limit: number = max.listed): Query => ({
  where: { communityId, endsAt: above(now) },
  sort: { endsAt: 1 },
  limit,
  leaveOut: ['reserved'],
})

/** Meetings that are over, latest first. Served by `meetings.community_ends`. */
export const over = (communityId: string, now: string): Query => ({
  where: { communityId, endsAt: atMost(now) },
  sort: { endsAt: -1 },
  limit: max.listed,
  leaveOut: ['reserved'],
})

/** The topics of some meetings. */
export const agendasOf = (meetingIds: readonly string[]): Query => ({
  where: { _id: oneOf(meetingIds) },
  limit: meetingIds.length,
})

/** A member's sign-ups for some meetings, latest first. Served by `sign_ups.member_meeting`. */
export const signUpsOf = (memberId: string, meetingIds: readonly string[]): Query => ({
  where: { memberId, meetingId: oneOf(meetingIds) },
  sort: { signedUpAt: -1 },
  limit: 200,
})

/** A member's latest sign-up for a meeting. Served by `sign_ups.member_meeting`. */
export const latestSignUp = (memberId: string, meetingId: string): Query => ({
  where: { memberId, meetingId },
  sort: { signedUpAt: -1 },
  limit: 1,
})

/** Sign-ups of a meeting in some states, in order of time. Served by `sign_ups.meeting_state`. */
export const signUpsIn = (meetingId: string, states: readonly string[], limit: number): Query => ({
  where: { meetingId, state: oneOf(states) },
  sort: { signedUpAt: 1 },
  limit,
})

/** Sign-ups by id, for the sweeper. */
export const signUpsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
  leaveOut: ['timeline'],
})

/** Offers whose time is up, the oldest first. Served by `sign_ups.state_offer`. */
export const lapsedOffers = (now: string, limit: number): Query => ({
  where: { state: 'offered', offerUntil: atMost(now) },
  sort: { offerUntil: 1 },
  limit,
})

/** Waitlists of meetings that are not over, on which somebody stands. Served by `waitlists.ends`. */
export const waitlistsInUse = (now: string): Query => ({
  where: { endsAt: above(now), reservedUnits: above(0) },
  sort: { endsAt: 1 },
  limit: 400,
})

/** Meetings of the whole district that are not long over, with their reservations. Served by `meetings.ends`. */
export const notLongOver = (since: string, limit: number): Query => ({
  where: { endsAt: above(since), reservedUnits: above(0) },
  sort: { endsAt: 1 },
  limit,
})

/** Some meetings that have seats left and did not begin. */
export const withSeatsLeft = (ids: readonly string[], now: string): Query => ({
  where: { _id: oneOf(ids), left: above(0), startsAt: above(now), state: 'open' },
  limit: ids.length,
  leaveOut: ['reserved'],
})

/** Meetings whose people are to be told something. Served by `meetings.pending`. */
export const withNews = (): Query => ({
  where: { pending: oneOf(['callOff', 'minutes']) },
  limit: 20,
  leaveOut: ['reserved'],
})

/** Meetings of whose change their people are to be told. Served by `meetings.to_tell_move`. */
export const moved = (): Query => ({
  where: { 'move.toTell': true },
  limit: 20,
  leaveOut: ['reserved'],
})

/** Those who had signed up by a change and have not been told of it. Served by `sign_ups.meeting_state`. */
export const notToldMove = (meetingId: string, { at, version }: Move, limit: number): Query => ({
  where: {
    meetingId,
    state: oneOf(['seated', 'waiting', 'offered']),
    signedUpAt: atMost(at),
    toldMove: below(version),
  },
  limit,
})

/** Meetings of the whole district that begin soon, soonest first. Served by `meetings.starts`. */
export const startingBy = (now: Date, until: Date): Query => ({
  where: { startsAt: between(now.toISOString(), until.toISOString()), state: 'open' },
  sort: { startsAt: 1 },
  limit: 400,
  leaveOut: ['reserved'],
})

/** Those with a seat, only to see who was reminded. Served by `sign_ups.meeting_state`. */
export const seatedToRemind = (meetingId: string): Query => ({
  where: { meetingId, state: 'seated' },
  limit: max.maxCapacity,
  only: ['remindedFor', 'signedUpAt'],
})

/** Those who were there and have not been told of the minutes. Served by `sign_ups.meeting_state`. */
export const notToldMinutes = (meetingId: string, limit: number): Query => ({
  where: { meetingId, state: 'attended', toldMinutes: false },
  limit,
})

/** All that were ever on a meeting's list, after one of them. Served by `sign_ups.meeting_id`. */
export const peopleIn = (meetingId: string, cursor: string | null): Where => ({
  meetingId,
  _id: above(cursor ?? ''),
})

/** The next of them, in order of id. */
export const peoplePage = (meetingId: string, cursor: string | null, limit: number): Query => ({
  where: peopleIn(meetingId, cursor),
  sort: { _id: 1 },
  limit,
})

/** What somebody holds or waits for, of any meeting. Served by `sign_ups.member_state`. */
export const heldBy = (memberId: string): Query => ({
  where: { memberId, state: oneOf(['seated', 'waiting', 'offered']) },
  limit: 200,
})
