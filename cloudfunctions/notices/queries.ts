import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { above, atLeast, below, oneOf } from '../kit/where'

/** A list needs no text. */
const leaveOut = ['text'] as const

/** What some places show on a day, `YYYY-MM-DD`, in no order that matters. Served by `notices.community_listed`. */
export const shownOn = (placeIds: readonly string[], day: string): Query => ({
  where: { communityId: oneOf(placeIds), listedUntil: atLeast(day) },
  limit: limits.notice.listed + limits.notice.streetListed,
  leaveOut,
})

/** All notices of a community, or of a street, newest first. Served by `notices.community_order`. */
export const noticesOf = (communityId: string, before: string | undefined): Query => ({
  where: { communityId, ...(before ? { order: below(before) } : {}) },
  sort: { order: -1 },
  limit: limits.pageSize,
  leaveOut,
})

/** Notices that show one of some photos. Served by `notices.photo`. */
export const showing = (photoIds: readonly string[]): Query => ({
  where: { 'photos.photoId': oneOf(photoIds) },
  limit: 1000,
  only: ['schemaVersion', 'photos'],
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
