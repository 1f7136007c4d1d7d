import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { above, atLeast, below, oneOf } from '../kit/where'

/** A list needs no text. */
const leaveOut = ['text'] as const

/** What a community shows on a day, `YYYY-MM-DD`, in no order that matters. Served by `notices.community_listed`. */
export const shownOn = (communityId: string, day: string): Query => ({
  where: { communityId, listedUntil: atLeast(day) },
  sort: { listedUntil: 1 },
  limit: limits.notice.listed,
  leaveOut,
})

/** All notices of a community, newest first. Served by `notices.community_order`. */
export const noticesOf = (communityId: string, before: string | undefined): Query => ({
  where: { communityId, ...(before ? { order: below(before) } : {}) },
  sort: { order: -1 },
  limit: limits.pageSize,
  leaveOut,
})

/** Readings by id: those of one member. */
export const readingsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})

/** Readings of a notice in order of id after a cursor, to be counted. Served by `notice_readings.notice_id`. */
export const readingsAfter = (noticeId: string, cursor: string, limit: number): Query => ({
  where: { noticeId, _id: above(cursor) },
  sort: { _id: 1 },
  limit,
  only: ['householdId', 'confirmedAt'],
})
