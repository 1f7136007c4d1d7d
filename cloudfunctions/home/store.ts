import { z } from 'zod'
import { Community } from '../contract/community'
import { CommunityId, Instant, ItemId, MeetingId } from '../contract/fields'
import { NextActivity, TopTopic } from '../contract/home'
import { limits } from '../contract/limits'
import { MeetingBrief } from '../contract/meetings'
import { NoticeBrief } from '../contract/notices'
import { Item } from '../contract/points'
import { collection } from '../kit/collection'

/** Things of each kind that a board holds: enough that one of the meetings is for whoever looks. */
export const boardLimits = { meetings: 12, activities: 5, notices: 12 } as const

/** What decides whether one can sign up now is looked at when the board is read. */
const BoardMeeting = MeetingBrief.omit({ id: true, seatsLeft: true, gate: true, mine: true }).extend({
  _id: MeetingId,
  left: z.int().min(0),
  reservedUnits: z.int().min(0),
  queueing: z.boolean(),
  topTopic: TopTopic.nullable(),
})

/** The link to a photo is made when the board is read: it works for some minutes only. */
const BoardItem = Item.omit({ id: true, photoUrl: true }).extend({
  _id: ItemId,
  photoId: z.string().nullable(),
})

const BoardContent = z.object({
  community: Community,
  /** Meetings that are not over, soonest first. */
  meetings: z.array(BoardMeeting).max(boardLimits.meetings),
  items: z.array(BoardItem).max(limits.home.items),
  /** None that is for staff alone; enough that some are for whoever looks. */
  notices: z.array(NoticeBrief).max(boardLimits.notices),
  /** Activities of 双报到 to come, soonest first. Shown to those who are registered with the community. */
  activities: z.array(NextActivity).max(boardLimits.activities),
  /** Applications for a registration that wait; shown to the staff who verify them. */
  waitingApplications: z.int().min(0),
})

/** What everybody of a community sees on 首页, put together once for all of them. */
const Board = BoardContent.extend({
  _id: CommunityId,
  schemaVersion: z.literal(3),
  /** When what it says was looked up. An older look never overwrites a newer one. */
  builtAt: Instant,
  /** Of the content, so that what has not changed is not written. */
  hash: z.string(),
})

export type BoardContent = z.infer<typeof BoardContent>
export type Board = z.infer<typeof Board>

type Listed = Board['notices'][number]

/** Version 2 knew of communities' notices alone. It is there for a minute, until the timer. */
type SecondBoard = Omit<Board, 'schemaVersion' | 'notices'> & {
  schemaVersion: 2
  notices: (Omit<Listed, 'placeId'> & { communityId: string })[]
}

/** Version 1 knew of no audience: all of its notices were for everyone. */
type FirstBoard = Omit<SecondBoard, 'schemaVersion' | 'notices'> & {
  schemaVersion: 1
  notices: Omit<SecondBoard['notices'][number], 'audience'>[]
}

export function upgradeBoard(older: Board | SecondBoard | FirstBoard): Board {
  if (older.schemaVersion === 3) return older
  const notices = (older.notices ?? []).map(({ communityId, ...notice }): Listed => ({
    audience: { kind: 'everyone' },
    ...notice,
    placeId: communityId,
  }))
  return { ...older, schemaVersion: 3, notices }
}

export const boards = collection<Board>('boards', Board, (older) =>
  upgradeBoard(older as Parameters<typeof upgradeBoard>[0]),
)
