import { z } from 'zod'
import { member, staff } from './access'
import { action } from './action'
import { Cursor, Day, Instant, line, MaskedName, MemberId, PlaceId, RequestId } from './fields'
import { limits } from './limits'
import { bounds } from './privacy-bounds'

const { privacy: max } = limits

/** What somebody may agree to, or no longer agree to. */
export const ConsentKind = z.enum(['party', 'wechat', 'reminders'])

/** Where a copy of somebody's data stands. */
export const CopyState = z.enum(['asked', 'building', 'ready', 'fetched', 'expired', 'failed'])

/** Where the deletion of an account stands. */
export const ErasureState = z.enum(['settling', 'wiping', 'done'])

/** What staff may ask to see in full, and why. */
export const RevealKind = z.enum(['case', 'residency', 'signUp', 'resident'])
export const RevealReason = z.enum(['call_back', 'verify', 'urgent', 'visit', 'other'])

const Consent = z.object({
  kind: ConsentKind,
  /** Of the text that was agreed to. */
  version: z.int().min(1),
  given: z.boolean(),
  at: Instant,
})

const MyCopy = z.object({
  state: CopyState,
  askedAt: Instant,
  /** Until when it can be fetched; null before it is ready. */
  expiresAt: Instant.nullable(),
  /** Of all its files. */
  bytes: z.int().min(0),
  /** Whether today's is used up. */
  mayAsk: z.boolean(),
})

/** That somebody of the staff saw my name or phone in full. */
const Sighting = z.object({
  at: Instant,
  role: z.string(),
  placeName: z.string(),
  kind: RevealKind,
  reason: RevealReason,
  words: z.string(),
})

const AuditRow = z.object({
  at: Instant,
  action: z.string(),
  /** Who did it; `id` narrows the search. */
  actor: z.object({ id: z.string(), name: z.string() }),
  /** Whom it concerns, masked. */
  subject: z.object({ id: MemberId, name: MaskedName }).nullable(),
  reason: z.string(),
  words: z.string(),
})

const request = { requestId: RequestId }
const count = z.int().min(0)

/** The person's own data: what is kept, who saw it, a copy of it, and its end. */
export const privacy = {
  /** The page 隐私: my copy, what I agreed to, and who saw what in full; the latest of each. */
  home: action({
    access: member(),
    input: z.strictObject({}),
    output: z.object({
      copy: MyCopy.nullable(),
      consents: z.array(Consent).max(bounds.consentsShown),
      seen: z.array(Sighting).max(bounds.sightingsShown),
    }),
    errors: [],
  }),
  /** Asks for a copy of all my data: one at a time, one a day. A timer makes it. */
  askCopy: action({
    access: member(),
    input: z.strictObject(request),
    output: MyCopy,
    errors: ['COPY_TODAY', 'WRONG_STATE'],
  }),
  /** Short-lived links to the files of my copy. */
  openCopy: action({
    access: member(),
    input: z.strictObject({}),
    output: z.object({
      files: z.array(z.object({ name: z.string(), url: z.string(), bytes: count })).max(bounds.copyFiles),
    }),
    errors: ['WRONG_STATE'],
  }),
  /** What deleting my account ends and leaves, before I decide. */
  beforeErase: action({
    access: member(),
    input: z.strictObject({}),
    output: z.object({
      points: count,
      redemptions: count,
      signUps: count,
      cases: count,
      registration: z.boolean(),
      residence: z.string().nullable(),
      /** Duties that have to be given back first. */
      duties: count,
    }),
    errors: [],
  }),
  /** Deletes my account, at once and for good (docs/decisions/0162). */
  erase: action({
    access: member(),
    input: z.strictObject(request),
    output: z.object({ erasedAt: Instant }),
    errors: ['DUTY_HELD'],
  }),
  /** WeChat's own question was answered with yes. */
  agree: action({
    access: member(),
    input: z.strictObject(request),
    output: z.object({ at: Instant }),
    errors: [],
  }),
  /** Shows a name and a phone in full, once, for a reason that the person will read. */
  reveal: action({
    access: staff(['community_worker', 'community_lead'], 'document'),
    input: z.strictObject({
      ...request,
      kind: RevealKind,
      /** The case, the request, the sign-up or the member. */
      targetId: z.string().regex(/^[chsm]_[A-Za-z0-9_-]{22}$/),
      reason: RevealReason,
      words: line(max.wordsLength),
    }),
    output: z.object({
      name: z.string(),
      /** null where none is kept. */
      phone: z.string().nullable(),
      /** How many more today. */
      left: count,
    }),
    errors: ['NOT_SHOWN', 'REVEALED_ENOUGH'],
  }),
  /** What was done at a place and who read whose data, the latest first. Each search is a row itself. */
  audit: action({
    access: staff(['community_lead', 'street_staff', 'district_staff'], 'document'),
    input: z.strictObject({
      placeId: PlaceId,
      from: Day,
      until: Day,
      subjectId: MemberId.nullable(),
      actorId: z
        .string()
        .max(60)
        .regex(/^[\w:.-]+$/)
        .nullable(),
      action: z
        .string()
        .max(40)
        .regex(/^[a-z]+\.[A-Za-z]+$/)
        .nullable(),
      after: Cursor.optional(),
    }),
    output: z.object({
      rows: z.array(AuditRow).max(limits.maxPageSize),
      nextAfter: Cursor.nullable(),
    }),
    errors: ['DATES_OUT_OF_ORDER'],
  }),
}
