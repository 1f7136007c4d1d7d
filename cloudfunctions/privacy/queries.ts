import { limits } from '../contract/limits'
import { bounds } from '../contract/privacy-bounds'
import type { Query } from '../kit/database'
import { atMost, between, oneOf } from '../kit/where'

/** What somebody agreed to, the latest first. Served by `consents.member_at`. */
export const consentsOf = (memberId: string): Query => ({
  where: { memberId },
  sort: { at: -1 },
  limit: bounds.consentsShown,
})

/** Who saw somebody's name or phone in full, the latest first. Served by `audits.subject_at`. */
export const sightingsOf = (memberId: string): Query => ({
  where: { subject: memberId, action: 'privacy.reveal' },
  sort: { at: -1 },
  limit: bounds.sightingsShown,
})

/** Copies, or deletions, that wait for a timer, the longest waiting first. Served by `next`. */
export const dueAt = (now: string, limit: number): Query => ({
  where: { nextAt: atMost(now) },
  sort: { nextAt: 1 },
  limit,
})

/** What a search of the audit rows asks for. */
export interface AuditSearch {
  placeId: string
  /** The instants just before its days, and at their end or at the last row of the page before. */
  after: string
  last: string
  subjectId: string | null
  actorId: string | null
  action: string | null
}

/** Rows of one instant that a page may have to leave out, since the page before had them. */
export const slack = 20

/** A page of audit rows of a place, the latest first. Served by `audits.place_at`. */
export const auditRows = (search: AuditSearch): Query => ({
  where: {
    communityId: search.placeId,
    ...(search.subjectId ? { subject: search.subjectId } : {}),
    ...(search.actorId ? { actor: search.actorId } : {}),
    ...(search.action ? { action: search.action } : {}),
    at: between(search.after, search.last),
  },
  sort: { at: -1, _id: -1 },
  limit: limits.maxPageSize + slack,
  leaveOut: ['before'],
})

/** Members by id, for the names of a page. */
export const membersById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})
