import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { above, atMost, below, between, oneOf, type Condition, type Where } from '../kit/where'

/** What a list does without. */
const leaveOut = ['timeline', 'notes', 'photos'] as const

/** What a count needs. */
const only = ['dueOn', 'dispatchedAt'] as const

/** A helper (代办) sees no case without a name: as in `isReporterOf`. */
export const shownTo = ({ by }: { by?: unknown }): Where =>
  by ? { identity: oneOf(['named', 'masked']) } : {}

/** A reporter's cases, newest first. Served by `cases.reporter_order`. */
export const casesOf = (reporterId: string, before: string | undefined, shown: Where): Query => ({
  where: { reporterId, ...shown, ...(before ? { order: below(before) } : {}) },
  sort: { order: -1 },
  limit: limits.pageSize,
  leaveOut,
})

/**
 * What somebody handed in on a day in China, `YYYY-MM-DD`, as far as it counts. What was opened in the same person's
 * name (`openCase`) has no slot of the day. Served by `cases.day_slot`.
 */
export const handedInOn = (reporterId: string, day: string): Query => ({
  where: { daySlot: between(`${reporterId}:${day}:`, `${reporterId}:${day}:9`) },
  limit: limits.case.perDay,
  only,
})

/** Whose queue it is: of the staff of a place, for one community or several, or of one handler. */
export type Owner = { communityId: string | Condition } & (
  | { ownerPlaceId: string }
  | { 'handler.id': string }
)

/**
 * A page of a queue: what is due soonest first, or of what is done the newest. Served by `cases.owner_queue` and
 * `cases.handler_queue`.
 */
export function queuePage(owner: Owner, queue: 'todo' | 'out' | 'done', before: string | undefined): Query {
  const isDone = queue === 'done'
  const from: Where = before ? { queueKey: isDone ? below(before) : above(before) } : {}
  return {
    where: { ...owner, queue, ...from },
    sort: { queueKey: isDone ? -1 : 1 },
    limit: limits.pageSize,
    leaveOut,
  }
}

/** The first few cases of a queue as they are stored. Served as a page is. */
export const queueHead = (owner: Owner, queue: 'todo' | 'out', limit: number): Query => ({
  where: { ...owner, queue },
  sort: { queueKey: 1 },
  limit,
})

/**
 * What a place's staff owe up to a day, `YYYY-MM-DD`, latest due first. With three times as many as are counted it
 * tells both what is due that day and what is overdue, but for a day on which hundreds are due. Served by
 * `cases.owner_due`.
 */
export const dueUpTo = (owner: Owner, day: string): Query => ({
  where: { ...owner, dueOn: atMost(day) },
  sort: { dueOn: -1 },
  limit: 3 * limits.case.counted,
  only,
})

/** What they owe since before a day, as far as it counts. Served by `cases.owner_due`. */
export const dueBefore = (owner: Owner, day: string): Query => ({
  where: { ...owner, dueOn: below(day) },
  limit: limits.case.counted,
  only,
})

/** What nobody has accepted yet. Served by `cases.owner_state`. */
export const notAccepted = (owner: Owner): Query => ({
  where: { ...owner, state: 'submitted' },
  limit: limits.case.counted,
  only,
})

/** Cases that lie with one handler, at most; far more than anybody works on. */
const mostWithOne = 1000

/** All that lies with a handler, due soonest first. Served by `cases.handler_queue`. */
export const withHandler = (owner: Owner): Query => ({
  where: { ...owner, queue: 'out' },
  sort: { queueKey: 1 },
  limit: mostWithOne,
  only,
})

/** What a reporter has under way or is still to rate, as far as it counts. Served by `cases.reporter_state`. */
export const openCasesOf = (reporterId: string, shown: Where): Query => ({
  where: { reporterId, ...shown, state: oneOf(['submitted', 'accepted', 'dispatched', 'answered']) },
  limit: limits.case.counted,
  leaveOut,
})

/** Answered cases that everybody may read, newest first. Served by `cases.community_published`. */
export const publishedIn = (communityId: string, before: string | undefined): Query => ({
  where: { communityId, publishedKey: before ? below(before) : above('') },
  sort: { publishedKey: -1 },
  limit: limits.pageSize,
  leaveOut,
})

/** Answered cases whose time is up, the oldest first. Served by `cases.lapse`. */
export const lapsed = (now: string, limit: number): Query => ({
  where: { lapseAt: atMost(now) },
  sort: { lapseAt: 1 },
  limit,
  only,
})

/** Some cases by id, for what stands on them elsewhere. */
export const casesById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
  only: ['state', 'outcome'],
})

/** Cases whose photos nobody has taken up for a check, the oldest first. Served by `cases.photos_to_check`. */
export const withNewPhotos = (now: string, limit: number): Query => ({
  where: { 'photosToCheck.at': atMost(now) },
  sort: { 'photosToCheck.at': 1 },
  limit,
})

/** Cases that show one of some photos. Served by `cases.photo`. */
export const showing = (photoIds: readonly string[]): Query => ({
  where: { 'photos.photoId': oneOf(photoIds) },
  limit: 1000,
  only: ['photos'],
})

/** Cases with one of some photos in an answer. Served by `cases.reply_photo`. */
export const answeredWith = (photoIds: readonly string[]): Query => ({
  where: { 'timeline.photoIds': oneOf(photoIds) },
  limit: 1000,
  only: ['timeline'],
})

/** When cases were submitted, first and last instant, and the queues in which they lie; null: all. */
export interface Span {
  from: string
  until: string
  queues: readonly string[] | null
}

/** Cases of a community that were submitted in a span, after one of them. Served by `cases.community_order`. */
export const submittedIn = (communityId: string, span: Span, cursor: string | null): Where => ({
  communityId,
  // The order is the instant and the id: `~` comes after all of them at the last instant.
  order: between(cursor ?? span.from, `${span.until}~`),
  ...(span.queues ? { queue: oneOf(span.queues) } : {}),
})

/** The next of them, the first first. */
export const submittedPage = (
  communityId: string,
  span: Span,
  cursor: string | null,
  limit: number,
): Query => ({
  where: submittedIn(communityId, span, cursor),
  sort: { order: 1 },
  limit,
  leaveOut: ['notes', 'photos'],
})

/** All that somebody reported, only for its photos, the first first. Served by `cases.reporter_order`. */
export const photosReportedBy = (reporterId: string): Query => ({
  where: { reporterId },
  sort: { order: 1 },
  limit: 1000,
  only: ['photos'],
})
