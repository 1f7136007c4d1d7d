import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import type { Move } from '../kit/moves'
import { above, atMost, below, between, oneOf, type Where } from '../kit/where'

const { party: max, pageSize } = limits

/** Those who wait to be verified, the first first. Served by `registrations.community_state`. */
export const waiting = (communityId: string, after: string | undefined): Query => ({
  where: { communityId, state: 'applied', ...(after ? { queueKey: above(after) } : {}) },
  sort: { queueKey: 1 },
  limit: pageSize,
})

/** Those who are registered, the latest first. Served by `registrations.community_state`. */
export const registered = (communityId: string, before: string | undefined): Query => ({
  where: { communityId, state: 'registered', ...(before ? { queueKey: below(before) } : {}) },
  sort: { queueKey: -1 },
  limit: pageSize,
})

/** As many as are counted, without what they say. Served by `registrations.community_state`. */
export const registrationsIn = (communityId: string, state: string): Query => ({
  where: { communityId, state },
  limit: 1000,
  only: ['state'],
})

/** Documents by id: members, roster entries, activities or participations. */
export const byIds = (ids: readonly string[]): Query => ({ where: { _id: oneOf(ids) }, limit: ids.length })

/** Activities by id, for a record of service. */
export const activitiesById = (ids: readonly string[]): Query => ({ ...byIds(ids), leaveOut: ['reserved'] })

/** A month's activities of a community, soonest first. Served by `activities.community_month`. */
export const activitiesOf = (communityId: string, month: string): Query => ({
  where: { communityId, month },
  sort: { startsAt: 1 },
  limit: max.listed,
  leaveOut: ['reserved'],
})

/** Activities that have not begun and take place, soonest first. Served by `activities.community_starts`. */
export const activitiesAhead = (communityId: string, now: string, limit: number): Query => ({
  where: { communityId, startsAt: above(now), state: 'open' },
  sort: { startsAt: 1 },
  limit,
  leaveOut: ['reserved'],
})

/** Those who take part or took part, in order of joining. Served by `participations.activity_state`. */
export const participantsOf = (activityId: string): Query => ({
  where: { activityId, state: oneOf(['joined', 'in', 'done']) },
  sort: { joinedAt: 1 },
  limit: max.people,
})

/** The same, only to be counted. */
export const countedOf = (activityId: string): Query => ({ ...participantsOf(activityId), only: ['state'] })

/** Participations of an activity in one state. Served by `participations.activity_state`. */
export const participantsIn = (activityId: string, state: string, limit: number): Query => ({
  where: { activityId, state },
  sort: { joinedAt: 1 },
  limit,
})

/** What a member has joined and not begun. Served by `participations.member_state`. */
export const joinedBy = (memberId: string): Query => ({ where: { memberId, state: 'joined' }, limit: 100 })

/** What a member has done, the latest first. Served by `participations.member_record`. */
export const recordOf = (memberId: string, before: string | undefined): Query => ({
  where: { memberId, recordKey: before ? below(before) : above('') },
  sort: { recordKey: -1 },
  limit: pageSize,
})

/** All of it, only to be summed up; an activity a day for years. Served by `participations.member_record`. */
export const sumsOf = (memberId: string): Query => ({
  where: { memberId, recordKey: above('') },
  limit: 1000,
  only: ['minutes', 'points'],
})

/** Activities whose time to check out is over and whose people are not settled. Served by `activities.closed_ends`. */
export const toClose = (endedBefore: string, limit: number): Query => ({
  where: { closed: false, endsAt: atMost(endedBefore) },
  sort: { endsAt: 1 },
  limit,
  leaveOut: ['reserved'],
})

/** Activities whose people are to be told something. Served by `activities.pending`. */
export const withNews = (limit: number): Query => ({
  where: { pending: 'callOff' },
  limit,
  leaveOut: ['reserved'],
})

/** Activities of whose change their people are to be told. Served by `activities.to_tell_move`. */
export const moved = (): Query => ({ where: { 'move.toTell': true }, limit: 20, leaveOut: ['reserved'] })

/** Those who had joined by a change and have not been told of it. Served by `participations.activity_state`. */
export const notToldMove = (activityId: string, { at, version }: Move, limit: number): Query => ({
  where: { activityId, state: oneOf(['joined', 'in']), joinedAt: atMost(at), toldMove: below(version) },
  limit,
})

/** Activities of the whole district that begin soon, soonest first. Served by `activities.starts`. */
export const startingBy = (now: Date, until: Date): Query => ({
  where: { startsAt: between(now.toISOString(), until.toISOString()), state: 'open' },
  sort: { startsAt: 1 },
  limit: 400,
  leaveOut: ['reserved'],
})

/** Those who joined, only to see who was reminded. Served by `participations.activity_state`. */
export const joinedToRemind = (activityId: string): Query => ({
  where: { activityId, state: 'joined' },
  limit: 1000,
  only: ['remindedFor', 'joinedAt'],
})

/** Activities that are not long over, with their reservations. Served by `activities.ends`. */
export const notLongOver = (since: string, limit: number): Query => ({
  where: { endsAt: above(since), reservedUnits: above(0) },
  sort: { endsAt: 1 },
  limit,
})

/** Those who take part or took part, after one of them. Served by `participations.activity_id`. */
export const takingPartIn = (activityId: string, cursor: string | null): Where => ({
  activityId,
  state: oneOf(['joined', 'in', 'done']),
  _id: above(cursor ?? ''),
})

/** The next of them, in order of id. */
export const takingPartPage = (activityId: string, cursor: string | null, limit: number): Query => ({
  where: takingPartIn(activityId, cursor),
  sort: { _id: 1 },
  limit,
  leaveOut: ['timeline'],
})
