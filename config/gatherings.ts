import type { CollectionDefinitions } from '../localcloud/engine/types'
import { index } from './indexes'

/** What people sign up for: the collections of `meetings` and `party`. */
export const gatherings: CollectionDefinitions = {
  meetings: {
    indexes: [
      index('community_ends', { communityId: 1, endsAt: 1 }),
      index('ends', { endsAt: 1 }),
      index('starts', { startsAt: 1 }),
      index('pending', { pending: 1 }),
      index('to_tell_move', { 'move.toTell': 1 }),
    ],
  },
  waitlists: { indexes: [index('ends', { endsAt: 1 })] },
  sign_ups: {
    indexes: [
      index('member_meeting', { memberId: 1, meetingId: 1, signedUpAt: -1 }),
      index('member_state', { memberId: 1, state: 1 }),
      index('meeting_state', { meetingId: 1, state: 1, signedUpAt: 1 }),
      index('meeting_id', { meetingId: 1, _id: 1 }),
      index('state_offer', { state: 1, offerUntil: 1 }),
    ],
  },
  meeting_households: { indexes: [index('member', { 'members.memberId': 1 })] },
  agendas: { indexes: [index('proposer', { 'topics.proposedBy': 1 })] },
  topic_supports: { indexes: [] },
  minutes: { indexes: [] },
  registrations: {
    indexes: [
      index('community_state', { communityId: 1, state: 1, queueKey: 1 }),
      index('member', { memberId: 1 }),
    ],
  },
  branch_roster: { indexes: [] },
  activities: {
    indexes: [
      index('community_month', { communityId: 1, month: 1, startsAt: 1 }),
      index('community_starts', { communityId: 1, startsAt: 1 }),
      index('ends', { endsAt: 1 }),
      index('starts', { startsAt: 1 }),
      index('closed_ends', { closed: 1, endsAt: 1 }),
      index('pending', { pending: 1 }),
      index('to_tell_move', { 'move.toTell': 1 }),
    ],
  },
  participations: {
    indexes: [
      index('activity_state', { activityId: 1, state: 1, joinedAt: 1 }),
      index('activity_id', { activityId: 1, _id: 1 }),
      index('member_state', { memberId: 1, state: 1 }),
      index('member_record', { memberId: 1, recordKey: -1 }),
    ],
  },
}
