import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import type { MessageKind } from './rules'
import { atMost, below, oneOf, type Where } from '../kit/where'

/** Messages of a member, newest first, older than an instant. Served by `messages.member_newest`. */
export const messagesOf = (memberId: string, before: string | undefined): Query => ({
  where: { memberId, ...(before ? { at: below(before) } : {}) },
  sort: { at: -1, _id: -1 },
  limit: limits.pageSize,
})

/** Those of one instant that come after one of them. Served by `messages.member_newest`. */
export const messagesBeside = (memberId: string, at: string, id: string): Query => ({
  where: { memberId, at, _id: below(id) },
  sort: { _id: -1 },
  limit: limits.pageSize,
})

/** What a member has not read. Served by `messages.member_read`. */
export const unreadBy = (memberId: string): Where => ({ memberId, readAt: null })

/** Some of them, in no order. Served by `messages.member_read`. */
export const unreadPage = (memberId: string, limit: number): Query => ({
  where: unreadBy(memberId),
  limit,
})

/** Messages that WeChat may be asked to send now, the longest waiting first. Served by `messages.wechat_next`. */
export const waitingForWechat = (now: string, limit: number): Query => ({
  where: { 'wechat.next': atMost(now) },
  sort: { 'wechat.next': 1 },
  limit,
})

/** What these members agreed to and have not been sent. Served by `message_credits.member_state`. */
export const openCreditsOf = (memberIds: readonly string[]): Query => ({
  where: { memberId: oneOf(memberIds), state: 'open' },
  limit: 1000,
})

/** A member's own, of one kind or of all. Served by `message_credits.member_state`. */
export const openCredits = (memberId: string, kind?: MessageKind): Where => ({
  memberId,
  state: 'open',
  ...(kind ? { kind } : {}),
})

/** Credits by their ids, in whatever state. */
export const creditsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})
