import { limits } from '../contract/limits'
import type { Query } from '../kit/database'
import { above, absent, atMost, below, between, oneOf, type Where } from '../kit/where'

/** Entries of an account, newest first, older than `before`. Served by `journals.account_seq`. */
export const statementPage = (accountId: string, before: number | undefined, limit: number): Query => ({
  where: { 'member.account': accountId, ...(before ? { 'member.seq': below(before) } : {}) },
  sort: { 'member.seq': -1 },
  limit,
})

/** What can be redeemed, cheapest first. Served by `items.community_state_cost`. */
export const openItems = (communityId: string, limit: number = limits.item.perCommunity): Query => ({
  where: { communityId, state: 'open' },
  sort: { costPoints: 1 },
  limit,
  leaveOut: ['reserved'],
})

/** All items of a community, for its staff: open ones first (`open` sorts after `closed`). */
export const allItems = (communityId: string): Query => ({
  where: { communityId },
  sort: { state: -1, costPoints: 1 },
  limit: limits.item.perCommunity,
  leaveOut: ['reserved'],
})

/** A member's redemptions before an instant, newest first, from all accounts. Served by `redemptions.member_redeemed`. */
export const redemptionsOf = (memberId: string, before: string | undefined, limit: number): Query => ({
  where: { memberId, ...(before ? { redeemedAt: below(before) } : {}) },
  sort: { redeemedAt: -1, _id: -1 },
  limit,
})

/** And those of one instant, before one of them. */
export const redemptionsWith = (memberId: string, at: string, before: string, limit: number): Query => ({
  where: { memberId, redeemedAt: at, _id: below(before) },
  sort: { redeemedAt: -1, _id: -1 },
  limit,
})

/** What a member has to pick up, the most urgent first. Served by `redemptions.member_state_before`. */
export const toPickUp = (memberId: string): Query => ({
  where: { memberId, state: 'open' },
  sort: { pickUpBefore: 1 },
  limit: 50,
})

/** Redemptions with these digits in these communities, the open one first. Served by `redemptions.code`. */
export const byCode = (codes: readonly string[]): Query => ({
  where: { code: oneOf(codes) },
  sort: { accountSeq: -1 },
  limit: 10,
})

/** What one request ended. Served by `redemptions.ended_by`. */
export const endedBy = (request: string): Query => ({ where: { endedBy: request }, limit: 1 })

/** Redemptions by id, for a page of the statement or the sweeper. */
export const redemptionsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})

/** Open redemptions whose time is up, the oldest first. Served by `redemptions.state_before`. */
export const overdue = (now: string, limit: number): Query => ({
  where: { state: 'open', pickUpBefore: atMost(now) },
  sort: { pickUpBefore: 1 },
  limit,
})

/** Open redemptions that end soon and of which nobody was reminded. Served by `redemptions.state_before`. */
export const endingBy = (now: string, until: string, limit: number): Query => ({
  where: { state: 'open', pickUpBefore: between(now, until), reminded: absent() },
  sort: { pickUpBefore: 1 },
  limit,
})

/** Items that hold reservations, in order of id after a cursor. Served by `items.reserved_units`, or in order of id. */
export const reservedItems = (cursor: string, limit: number): Query => ({
  where: { _id: above(cursor), reservedUnits: above(0) },
  sort: { _id: 1 },
  limit,
  only: ['reserved'],
})

/** Journals of the accounts after `low` up to and including `high`, in order. Served by `journals.account_seq`. */
export const journalsBetween = (low: string, high: string, limit: number): Query => ({
  where: { 'member.account': between(low, high) },
  sort: { 'member.account': 1, 'member.seq': 1 },
  limit,
})

/** The rest of one account's journals, oldest first. */
export const journalsOf = (account: string, afterSeq: number, limit: number): Query => ({
  where: { 'member.account': account, 'member.seq': above(afterSeq) },
  sort: { 'member.seq': 1 },
  limit,
})

/** Redemptions of an item that were picked up, in order of id after a cursor. Served by `redemptions.item`. */
export const pickedUpOf = (itemId: string, cursor: string, limit: number): Query => ({
  where: { itemId, state: 'picked_up', _id: above(cursor) },
  sort: { _id: 1 },
  limit,
  leaveOut: ['timeline'],
})

/** Items that show one of some photos. Served by `items.photo`. */
export const showing = (photoIds: readonly string[]): Query => ({
  where: { photoId: oneOf(photoIds) },
  limit: 1000,
  only: ['photoId'],
})

/** Any collection in order of id after a cursor: for the proof. */
export const afterId = (cursor: string, limit: number): Query => ({
  where: { _id: above(cursor) },
  sort: { _id: 1 },
  limit,
})

/** Journals of service in order of id after a cursor, for the proof; none of another kind lies between. */
export const servicesAfter = (cursor: string, limit: number): Query => ({
  where: { _id: between(cursor || 'service:', 'service;') },
  sort: { _id: 1 },
  limit,
})

/** Journals by id. */
export const journalsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})

/** Whether any of some items was ever redeemed: one redemption, or none. Served by `redemptions.item`. */
export const redemptionOfAny = (itemIds: readonly string[]): Query => ({
  where: { itemId: oneOf(itemIds) },
  limit: 1,
})

/** What was redeemed in a month in China, `YYYY-MM`, in a community. Served by `redemptions.community_redeemed`. */
export const redeemedIn = (communityId: string, month: string): Where => ({
  communityId,
  redeemedAt: between(...monthOf(month)),
})

/** The same after an instant, the first first. */
export const redeemedSince = (
  communityId: string,
  month: string,
  after: string | null,
  limit: number,
): Query => {
  const [from, until] = monthOf(month)
  return {
    where: { communityId, redeemedAt: between(after ?? from, until) },
    sort: { redeemedAt: 1, _id: 1 },
    limit,
    leaveOut: ['timeline'],
  }
}

/** And what was redeemed at one instant, after one of them. */
export const redeemedAt = (communityId: string, at: string, after: string, limit: number): Query => ({
  where: { communityId, redeemedAt: at, _id: above(after) },
  sort: { redeemedAt: 1, _id: 1 },
  limit,
  leaveOut: ['timeline'],
})

/** The instant before the first of a month in China, and its last. */
function monthOf(month: string): [before: string, last: string] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const start = (months: number) => new Date(Date.UTC(year, months, 1) - 8 * 3_600_000 - 1).toISOString()
  return [start(number - 1), start(number)]
}

/** The last proofs of some communities. */
export const proofsOf = (communityIds: readonly string[]): Query => ({
  where: { _id: oneOf(communityIds) },
  limit: communityIds.length,
})

/** Accounts with points whose last day was before `today`, `YYYY-MM-DD`. Served by `accounts.lots_expire`. */
export const withExpired = (today: string, limit: number): Query => ({
  where: { 'lots.expiresOn': below(today) },
  limit,
  only: ['memberId'],
})

/** Somebody's accounts. Served by `accounts.member`. */
export const accountsOf = (memberId: string): Query => ({ where: { memberId }, limit: 100 })
