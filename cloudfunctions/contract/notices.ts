import { z } from 'zod'
import { anyone, staff } from './access'
import { action } from './action'
import { CommunityId, Cursor, Day, Instant, line, NoticeId, paragraph, RequestId } from './fields'
import { limits } from './limits'
import { Held } from './safety'

const { notice: max } = limits
const office = (scope: 'input.communityId' | 'document') => staff(['community_worker'], scope)

/** 公示, 通知, 倡议书, 政策信息. */
export const NoticeKind = z.enum(['publicity', 'notification', 'initiative', 'policy'])

/** A notice in a list. */
export const NoticeBrief = z.object({
  id: NoticeId,
  communityId: CommunityId,
  kind: NoticeKind,
  title: z.string(),
  /** Stands above all that are not. */
  pinned: z.boolean(),
  publishedAt: Instant,
  /** The last day on which it is shown. */
  shownUntil: Day,
})

export const Notice = NoticeBrief.extend({ text: z.string() })

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
    output: z.object({ notices: z.array(NoticeBrief).max(max.listed) }),
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
