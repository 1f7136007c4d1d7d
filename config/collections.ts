import type { CollectionDefinitions } from '../localcloud/engine/types'
import { gatherings } from './gatherings'
import { index, unique } from './indexes'

/** Every collection with its indexes, here and in the cloud. Reads by `_id` need none. */
export const collections: CollectionDefinitions = {
  members: {
    indexes: [
      index('appointment_place', { 'appointments.placeId': 1 }),
      index('residency_household', { 'residency.householdId': 1 }),
    ],
  },
  places: { indexes: [index('kind_id', { kind: 1, _id: 1 })] },
  territory: {
    indexes: [
      index('community_state', { communityId: 1, state: 1, kind: 1 }),
      unique('sibling', { sibling: 1 }),
      index('parent_state', { parentId: 1, state: 1 }),
      index('grid', { 'grids.gridId': 1 }),
      index('box', { box: 1 }),
    ],
  },
  households: { indexes: [index('community_building', { communityId: 1, building: 1, unit: 1 })] },
  items: {
    indexes: [
      index('community_state_cost', { communityId: 1, state: -1, costPoints: 1 }),
      index('reserved_units', { reservedUnits: 1 }),
      index('photo', { photoId: 1 }),
    ],
  },
  accounts: { indexes: [index('member', { memberId: 1 }), index('lots_expire', { 'lots.expiresOn': 1 })] },
  journals: { indexes: [unique('account_seq', { 'member.account': 1, 'member.seq': 1 })] },
  redemptions: {
    indexes: [
      unique('open_code', { openCode: 1 }),
      index('code', { code: 1, accountSeq: -1 }),
      index('ended_by', { endedBy: 1 }),
      index('community_redeemed', { communityId: 1, redeemedAt: 1, _id: 1 }),
      index('item', { itemId: 1, state: 1, _id: 1 }),
      index('member_redeemed', { memberId: 1, redeemedAt: -1, _id: -1 }),
      index('member_state_before', { memberId: 1, state: 1, pickUpBefore: 1 }),
      index('state_before', { state: 1, pickUpBefore: 1 }),
    ],
  },
  proofs: { indexes: [] },
  audits: {
    indexes: [
      index('at', { at: 1 }),
      index('place_at', { communityId: 1, at: -1 }),
      index('subject_at', { subject: 1, at: -1 }),
    ],
  },
  claims: { indexes: [index('at', { at: 1 })] },
  uploads: { indexes: [index('due', { dueAt: 1 })] },
  cases: {
    indexes: [
      unique('number', { number: 1 }),
      unique('day_slot', { daySlot: 1 }),
      index('reporter_order', { reporterId: 1, order: -1 }),
      index('reporter_state', { reporterId: 1, state: 1 }),
      index('owner_queue', { communityId: 1, ownerPlaceId: 1, queue: 1, queueKey: 1 }),
      index('owner_due', { communityId: 1, ownerPlaceId: 1, dueOn: 1 }),
      index('owner_state', { communityId: 1, ownerPlaceId: 1, state: 1 }),
      index('handler_queue', { 'handler.id': 1, communityId: 1, queue: 1, queueKey: 1 }),
      index('community_published', { communityId: 1, publishedKey: -1 }),
      index('community_order', { communityId: 1, order: 1 }),
      index('lapse', { lapseAt: 1 }),
      index('photo', { 'photos.photoId': 1 }),
      index('photos_to_check', { 'photosToCheck.at': 1 }),
      index('reply_photo', { 'timeline.photoIds': 1 }),
    ],
  },
  content_checks: {
    indexes: [
      index('community_state', { communityId: 1, state: 1, order: 1 }),
      index('next', { nextAt: 1 }),
      index('trace', { traceId: 1 }),
      index('writer', { writerId: 1 }),
    ],
  },
  messages: {
    indexes: [
      index('member_newest', { memberId: 1, at: -1, _id: -1 }),
      index('member_read', { memberId: 1, readAt: 1 }),
      index('read', { readAt: 1 }),
      index('wechat_next', { 'wechat.next': 1 }),
    ],
  },
  message_credits: {
    indexes: [index('member_state', { memberId: 1, state: 1, kind: 1 }), index('at', { at: 1 })],
  },
  ...gatherings,
  notices: {
    indexes: [
      index('community_listed', { communityId: 1, listedUntil: 1 }),
      index('community_order', { communityId: 1, order: -1 }),
      index('photo', { 'photos.photoId': 1 }),
    ],
  },
  notice_readings: {
    indexes: [index('notice_id', { noticeId: 1, _id: 1 }), index('member', { memberId: 1, _id: 1 })],
  },
  boards: { indexes: [] },
  directories: { indexes: [] },
  duties: {
    indexes: [
      index('place_state', { placeId: 1, state: 1 }),
      index('next', { nextAt: 1 }),
      index('member_state', { memberId: 1, state: 1 }),
    ],
  },
  invitations: {
    indexes: [
      index('place_state', { placeId: 1, state: 1, expiresAt: 1 }),
      index('state_expires', { state: 1, expiresAt: 1 }),
      index('accepted_by', { acceptedBy: 1 }),
      index('expires', { expiresAt: 1 }),
    ],
  },
  proxies: {
    indexes: [
      index('resident_order', { residentId: 1, order: -1 }),
      index('community_objection', { communityId: 1, objectionKey: 1 }),
      index('next', { nextAt: 1 }),
    ],
  },
  proxy_helpers: { indexes: [index('day', { day: 1 })] },
  residencies: {
    indexes: [
      index('community_queue', { communityId: 1, queueKey: 1 }),
      index('past_household', { 'history.householdId': 1 }),
    ],
  },
  desks: { indexes: [index('sweep', { sweepAt: 1 }), index('member', { memberId: 1 })] },
  residency_codes: { indexes: [index('used_by', { usedBy: 1 }), index('expires', { expiresAt: 1 })] },
  residency_tries: { indexes: [index('window', { windowEndsAt: 1 })] },
  consents: { indexes: [index('member_at', { memberId: 1, at: -1 })] },
  data_copies: { indexes: [index('next', { nextAt: 1 })] },
  erasures: { indexes: [index('next', { nextAt: 1 })] },
  reveal_tallies: { indexes: [index('day', { day: 1 })] },
  imports: {
    indexes: [
      index('community_staged', { communityId: 1, stagedAt: -1 }),
      index('state_staged', { state: 1, stagedAt: 1 }),
    ],
  },
  import_batches: { indexes: [] },
  exports: {
    indexes: [
      unique('day_slot', { daySlot: 1 }),
      index('member_community', { memberId: 1, communityId: 1, askedAt: -1 }),
      index('member_asked', { memberId: 1, askedAt: 1 }),
      index('asked', { askedAt: 1 }),
      index('expires', { expiresAt: 1 }),
    ],
  },
  export_parts: { indexes: [index('export', { exportId: 1 })] },
  job_runs: { indexes: [] },
}
