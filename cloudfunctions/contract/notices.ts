import { z } from 'zod'
import { anyone, member, staff } from './access'
import { action } from './action'
import { CommunityId, Cursor, Day, Instant, line, NoticeId, paragraph, RequestId } from './fields'
import { limits } from './limits'
import { Held } from './safety'

const { notice: max } = limits
const office = (scope: 'input.communityId' | 'document') => staff(['community_worker'], scope)

/** 公示, 通知, 倡议书, 政策信息. */
export const NoticeKind = z.enum(['publicity', 'notification', 'initiative', 'policy'])

/**
 * Whom a notice concerns. Nobody is told who else is meant, and none is for those whom it would make known: there is
 * no audience of party members.
 * - everyone: the whole community, also without a log-in
 * - buildings: those who live in one of them; others find it neither on 首页 nor in the list
 * - staff: whoever has a duty over the community, and nobody else
 */
export const NoticeAudience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({
    kind: z.literal('buildings'),
    buildings: z.array(line(limits.case.buildingLength)).min(1).max(max.buildings),
  }),
  z.strictObject({ kind: z.literal('staff') }),
])

/** A notice in a list. */
export const NoticeBrief = z.object({
  id: NoticeId,
  communityId: CommunityId,
  kind: NoticeKind,
  title: z.string(),
  /** Stands above all that are not. */
  pinned: z.boolean(),
  audience: NoticeAudience,
  publishedAt: Instant,
  /** The last day on which it is shown. */
  shownUntil: Day,
})

export const Notice = NoticeBrief.extend({
  text: z.string(),
  /** Whether each reader is asked to say 我知道了. */
  asksConfirm: z.boolean(),
  /** When the caller first read it, and said so; null without a log-in or before that. */
  readAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
})

/** How far a notice has come. */
export const NoticeReach = z.object({
  /** People who opened it while signed in; those who did so without a log-in are not known and not counted. */
  readers: z.int().min(0),
  /** Of these, who said 我知道了. */
  confirmed: z.int().min(0),
  /** Households of which somebody read it, and those of the roster that it is for; null for staff's own. */
  households: z.object({ read: z.int().min(0), all: z.int().min(0) }).nullable(),
  /** Whether there are more than are counted. */
  more: z.boolean(),
})

/** A notice as its community's staff see it. */
export const StaffNotice = NoticeBrief.extend({
  state: z.enum(['shown', 'over', 'taken_down', 'held']),
  /** Why it was taken down; empty otherwise. */
  takenDownBecause: z.string(),
  /** Set while nobody else sees it; null otherwise. */
  held: Held.nullable(),
})

export const notices = {
  /** What a community shows at present: pinned ones first, then the newest. */
  list: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({
      notices: z
        .array(
          NoticeBrief.extend({
            /** Whether the caller has read it; null without a log-in. */
            read: z.boolean().nullable(),
          }),
        )
        .max(max.listed),
    }),
    errors: [],
  }),
  /**
   * One notice. Whoever kept the way to it may read it after its last day; one taken down is gone, and one that is
   * held is there for its community's staff alone.
   */
  show: action({
    access: anyone(),
    input: z.strictObject({ noticeId: NoticeId }),
    output: Notice,
    errors: [],
  }),
  /** Says that the caller has read a notice, and with `confirm` that it is understood. Can be repeated. */
  markRead: action({
    access: member(),
    input: z.strictObject({ noticeId: NoticeId, confirm: z.boolean() }),
    output: z.object({ readAt: Instant, confirmedAt: Instant.nullable() }),
    errors: [],
  }),
  /** How many have read a notice, and of how many. */
  reach: action({
    access: office('document'),
    input: z.strictObject({ noticeId: NoticeId }),
    output: NoticeReach,
    errors: [],
  }),
  /** All that a community ever published, newest first. */
  staffNotices: action({
    access: office('input.communityId'),
    input: z.strictObject({ communityId: CommunityId, before: Cursor.optional() }),
    output: z.object({
      notices: z.array(StaffNotice).max(limits.pageSize),
      nextBefore: Cursor.nullable(),
    }),
    errors: [],
  }),
  publish: action({
    access: office('input.communityId'),
    input: z.strictObject({
      requestId: RequestId,
      communityId: CommunityId,
      kind: NoticeKind,
      title: line(max.titleLength),
      text: paragraph(max.textLength).refine((text) => text.trim().length > 0),
      pinned: z.boolean(),
      shownUntil: Day,
      /** Everyone where absent. */
      audience: NoticeAudience.optional(),
      /** Not asked where absent. */
      asksConfirm: z.boolean().optional(),
    }),
    output: StaffNotice,
    errors: ['TOO_MANY_NOTICES', 'NOTICE_DAY_OUT_OF_RANGE', 'CONTENT_REFUSED'],
  }),
  /** Takes a notice away for good, e.g. one with a mistake. */
  takeDown: action({
    access: office('document'),
    input: z.strictObject({ requestId: RequestId, noticeId: NoticeId, reason: line(max.reasonLength) }),
    output: StaffNotice,
    errors: ['ALREADY_TAKEN_DOWN'],
  }),
}
