import { z } from 'zod'
import { anyone, member, staff } from './access'
import { action } from './action'
import {
  CommunityId,
  Cursor,
  Day,
  Instant,
  line,
  NoticeId,
  paragraph,
  PhotoBase64,
  PhotoId,
  PlaceId,
  RequestId,
  StreetId,
} from './fields'
import { limits } from './limits'
import { Held } from './safety'

const { notice: max } = limits
const office = () => staff(['community_worker'], 'input.communityId')
const street = () => staff(['street_staff'], 'document')
/** Those of the notice's own place: a community's workers, a street's staff. */
const publisher = () => staff(['community_worker', 'street_staff'], 'document')

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
  /** Whose it is: a community, or a street, of which all communities read it. */
  placeId: PlaceId,
  kind: NoticeKind,
  title: z.string(),
  /** Stands above all that are not. */
  pinned: z.boolean(),
  audience: NoticeAudience,
  publishedAt: Instant,
  /** The last day on which it is shown. */
  shownUntil: Day,
})

/** A notice in full, whoever looks at it. */
export const NoticeText = NoticeBrief.extend({
  text: z.string(),
  /** Links that work for some minutes. One that is held is there for the notice's own staff alone. */
  photos: z.array(z.object({ url: z.string(), held: Held.nullable() })).max(max.photos),
  /** Whether each reader is asked to say 我知道了. */
  asksConfirm: z.boolean(),
})

export const Notice = NoticeText.extend({
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

/** A notice as those see it who publish there. */
export const StaffNotice = NoticeBrief.extend({
  state: z.enum(['shown', 'over', 'taken_down', 'held']),
  /** Why it was taken down; empty otherwise. */
  takenDownBecause: z.string(),
  /** Set while nobody else sees it; null otherwise. */
  held: Held.nullable(),
  /** The same of each photo. */
  photosHeld: z.array(Held.nullable()).max(max.photos),
})

const written = {
  requestId: RequestId,
  kind: NoticeKind,
  title: line(max.titleLength),
  text: paragraph(max.textLength).refine((text) => text.trim().length > 0),
  pinned: z.boolean(),
  shownUntil: Day,
  /** Not asked where absent. */
  asksConfirm: z.boolean().optional(),
  /** Uploaded by the publisher; none where absent. */
  photoIds: z
    .array(PhotoId)
    .max(max.photos)
    .refine((ids) => new Set(ids).size === ids.length)
    .optional(),
}

const pageOfStaff = z.object({
  notices: z.array(StaffNotice).max(limits.pageSize),
  nextBefore: Cursor.nullable(),
})

const publishErrors = ['TOO_MANY_NOTICES', 'NOTICE_DAY_OUT_OF_RANGE', 'CONTENT_REFUSED'] as const

export const notices = {
  /** What a community shows at present, its street's with its own: pinned ones first, then the newest. */
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
        .max(max.listed + max.streetListed),
    }),
    errors: [],
  }),
  /**
   * One notice. Whoever kept the way to it may read it after its last day; one taken down is gone, and one that is
   * held is there for the staff of its place alone.
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
    access: publisher(),
    input: z.strictObject({ noticeId: NoticeId }),
    output: NoticeReach,
    errors: [],
  }),
  /** One notice for those who publish there, at a desk too: as `show` shows it to them on the phone. */
  staffShown: action({
    access: publisher(),
    input: z.strictObject({ noticeId: NoticeId }),
    output: NoticeText,
    errors: [],
  }),
  /** All that a community ever published, newest first. */
  staffNotices: action({
    access: office(),
    input: z.strictObject({ communityId: CommunityId, before: Cursor.optional() }),
    output: pageOfStaff,
    errors: [],
  }),
  /** All that a street ever published to its communities, newest first. */
  streetNotices: action({
    access: street(),
    input: z.strictObject({ streetId: StreetId, before: Cursor.optional() }),
    output: pageOfStaff,
    errors: [],
  }),
  /** Takes one photo, checked by its bytes and without what the camera wrote into it. */
  uploadPhoto: action({
    access: publisher(),
    input: z.strictObject({ requestId: RequestId, photo: PhotoBase64 }),
    output: z.object({ photoId: PhotoId, photoUrl: z.string() }),
    errors: ['PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE'],
    cost: 3,
  }),
  publish: action({
    access: office(),
    input: z.strictObject({
      ...written,
      communityId: CommunityId,
      /** Everyone where absent. */
      audience: NoticeAudience.optional(),
    }),
    output: StaffNotice,
    errors: publishErrors,
  }),
  /** One notice for everybody in all communities of a street. */
  publishStreet: action({
    access: street(),
    input: z.strictObject({ ...written, streetId: StreetId }),
    output: StaffNotice,
    errors: publishErrors,
  }),
  /** Takes a notice away for good, e.g. one with a mistake. */
  takeDown: action({
    access: publisher(),
    input: z.strictObject({ requestId: RequestId, noticeId: NoticeId, reason: line(max.reasonLength) }),
    output: StaffNotice,
    errors: ['ALREADY_TAKEN_DOWN'],
  }),
}
