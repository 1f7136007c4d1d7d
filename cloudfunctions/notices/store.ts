import { z } from 'zod'
import { CommunityId, Day, Instant, MemberId, NoticeId } from '../contract/fields'
import { limits } from '../contract/limits'
import { NoticeAudience, NoticeKind } from '../contract/notices'
import { HeldMark } from '../contract/safety'
import { collection } from '../kit/collection'

/** What a community tells everybody. Its document is its audit row: it is written once, and taken down once. */
const Notice = z.object({
  _id: NoticeId,
  schemaVersion: z.literal(2),
  inputHash: z.string(),
  communityId: CommunityId,
  kind: NoticeKind,
  title: z.string().min(1).max(limits.notice.titleLength),
  text: z.string().max(limits.notice.textLength),
  pinned: z.boolean(),
  audience: NoticeAudience,
  asksConfirm: z.boolean(),
  shownUntil: Day,
  /** The same day while it stands, null while it is held and once it was taken down: what the list goes by. */
  listedUntil: Day.nullable(),
  /** Set while it is held, or was refused; absent where it never was. */
  held: HeldMark.nullable().optional(),
  publishedAt: Instant,
  publishedBy: MemberId,
  /** Instant of publishing and id: the order of a community's notices. */
  order: z.string(),
  takenDown: z
    .object({
      at: Instant,
      by: MemberId,
      reason: z.string().max(limits.notice.reasonLength),
      /** The request that did it, and what it asked for, so that its repeat gets the same answer. */
      effectId: z.string(),
      inputHash: z.string(),
    })
    .nullable(),
})

export type Notice = z.infer<typeof Notice>

/** Version 1 was for everyone, and asked for no answer. */
type FirstNotice = Omit<Notice, 'schemaVersion' | 'audience' | 'asksConfirm'> & { schemaVersion: 1 }

export const upgradeNotice = (older: Notice | FirstNotice): Notice =>
  older.schemaVersion === 1
    ? { ...older, schemaVersion: 2, audience: { kind: 'everyone' }, asksConfirm: false }
    : older

export const notices = collection<Notice>('notices', Notice, (older) =>
  upgradeNotice(older as Notice | FirstNotice),
)

const Reading = z.object({
  /** See `readingIdOf`: one for each notice and member. */
  _id: z.string(),
  schemaVersion: z.literal(1),
  noticeId: NoticeId,
  memberId: MemberId,
  /** Where the reader lived then; null for whoever is no verified resident there. */
  householdId: z.string().nullable(),
  at: Instant,
  confirmedAt: Instant.nullable(),
})

/** That somebody has read a notice. */
export type Reading = z.infer<typeof Reading>

export const noticeReadings = collection<Reading>('notice_readings', Reading)

export const readingIdOf = (noticeId: string, memberId: string): string => `${noticeId}:${memberId}`
