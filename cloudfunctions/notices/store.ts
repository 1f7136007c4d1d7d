import { z } from 'zod'
import { Day, Instant, MemberId, NoticeId, PhotoId, PlaceId } from '../contract/fields'
import { limits } from '../contract/limits'
import { NoticeAudience, NoticeKind } from '../contract/notices'
import { HeldMark } from '../contract/safety'
import { collection } from '../kit/collection'

/** What a community, or a street, tells everybody. Its document is its audit row: it is written once, and taken down once. */
const Notice = z.object({
  _id: NoticeId,
  schemaVersion: z.literal(3),
  inputHash: z.string(),
  /**
   * Whose it is. Named when there were communities' alone, and an index goes by it; since version 3 also a street, of
   * which all communities read it.
   */
  communityId: PlaceId,
  kind: NoticeKind,
  title: z.string().min(1).max(limits.notice.titleLength),
  text: z.string().max(limits.notice.textLength),
  pinned: z.boolean(),
  audience: NoticeAudience,
  /** In the order in which they are shown; each set to `held` until it has passed. */
  photos: z.array(z.object({ photoId: PhotoId, held: HeldMark.nullable() })).max(limits.notice.photos),
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

/** Version 2 had no photos. */
type SecondNotice = Omit<Notice, 'schemaVersion' | 'photos'> & { schemaVersion: 2 }

/** Version 1 was for everyone, and asked for no answer. */
type FirstNotice = Omit<SecondNotice, 'schemaVersion' | 'audience' | 'asksConfirm'> & { schemaVersion: 1 }

export function upgradeNotice(older: Notice | SecondNotice | FirstNotice): Notice {
  if (older.schemaVersion === 3) return older
  const second: SecondNotice =
    older.schemaVersion === 1
      ? { ...older, schemaVersion: 2, audience: { kind: 'everyone' }, asksConfirm: false }
      : older
  return { ...second, schemaVersion: 3, photos: [] }
}

export const notices = collection<Notice>('notices', Notice, (older) =>
  upgradeNotice(older as Parameters<typeof upgradeNotice>[0]),
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
