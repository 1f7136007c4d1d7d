import { z } from 'zod'
import {
  CaseCategory,
  CaseEvent,
  CaseIdentity,
  CaseKind,
  CaseOutcome,
  CasePlace,
  CaseState,
} from '../contract/affairs'
import {
  CaseId,
  CommunityId,
  Day,
  GridLayer,
  Instant,
  MemberId,
  PhotoId,
  PlaceId,
  TerritoryId,
} from '../contract/fields'
import { limits } from '../contract/limits'
import { HeldMark } from '../contract/safety'
import { collection } from '../kit/collection'
import { ActedBy } from '../kit/proxies'

/** In whose name something was done; who it was is in `actor`. */
const Speaker = z.enum([
  'reporter',
  'community_worker',
  'street_staff',
  'grid_worker',
  'property_staff',
  'timer',
])

/** What makes a repeat of a request find what it did: the effect's id, and what was asked for. */
const effect = { effectId: z.string(), inputHash: z.string() }

const photos = limits.case.photos

const Row = z.object({
  ...effect,
  event: CaseEvent,
  at: Instant,
  speaker: Speaker,
  /** A member's id, or `timer`. */
  actor: z.string(),
  /** Who did it in the actor's stead (代办); absent where nobody did. */
  by: ActedBy.optional(),
  text: z.string().max(limits.case.textLength),
  photoIds: z.array(PhotoId).max(photos),
})

const Note = z.object({
  ...effect,
  at: Instant,
  actor: MemberId,
  name: z.string(),
  text: z.string().max(limits.case.noteLength),
})

/** A suggestion or a report, from its submission to its end. Its timeline is its audit trail. */
const Case = z.object({
  _id: CaseId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  /** Receipt number. Unique. */
  number: z.string(),
  /** Reporter, day in China and 1 to `limits.case.perDay`. Unique: it bounds what one person opens in a day. */
  daySlot: z.string(),
  /** Instant of submission and id: the order of a reporter's cases. */
  order: z.string(),
  communityId: CommunityId,
  /** The place whose staff are to act: the community, or after an escalation its superior. */
  ownerPlaceId: PlaceId,
  kind: CaseKind,
  category: CaseCategory,
  identity: CaseIdentity,
  text: z.string().max(limits.case.textLength),
  place: CasePlace,
  /**
   * The grid that its building was in when it was reported, of the layer that its category picks, by the name that it
   * had then; null where it was in none. Absent before grids were known.
   */
  grid: z.object({ id: TerritoryId, layer: GridLayer, name: z.string() }).nullable().optional(),
  photos: z
    .array(
      z.object({
        photoId: PhotoId,
        takenAt: Instant.nullable(),
        /** Set while the reporter and the office alone see it; absent where it never was. */
        held: HeldMark.nullable().optional(),
      }),
    )
    .max(photos),
  /**
   * Since when photos wait to be taken up for WeChat's check, and the reporter's openid, sealed, for it; null once
   * they were.
   */
  photosToCheck: z.object({ at: Instant, sealed: z.string() }).nullable().optional(),
  /** Always kept, so that replies arrive; shown to nobody. */
  reporterId: MemberId,
  /** As the reporter chose to be seen by staff: in full, masked, or null. The rest is not stored. */
  reporterName: z.string().nullable(),
  reporterPlace: z.string().nullable(),
  state: CaseState,
  outcome: CaseOutcome.nullable(),
  handler: z.object({ id: MemberId, name: z.string() }).nullable(),
  dispatchedAt: Instant.nullable(),
  submittedAt: Instant,
  /** Since when the days until the answer are counted: submission, or the last time it was reopened. */
  countedFrom: Instant,
  dueOn: Day.nullable(),
  /** When it was answered, refused or withdrawn; null while it is under way. */
  doneAt: Instant.nullable(),
  /** When an answered case closes by itself. */
  lapseAt: Instant.nullable(),
  reopenings: z.int().min(0).max(limits.case.reopenings),
  rating: z.object({ satisfied: z.boolean(), comment: z.string() }).nullable(),
  published: z.object({ question: z.string(), answer: z.string() }).nullable(),
  /** Set while the public answer is held, or was refused; absent where it never was. */
  publishedHeld: HeldMark.nullable().optional(),
  /** Order on the public page; null while the case is not on it. */
  publishedKey: z.string().nullable(),
  /** Where it waits: for staff, for its handler, or for nobody. */
  queue: z.enum(['todo', 'out', 'done']),
  /** Order within its queue: by due day, or by the time at which it was done. */
  queueKey: z.string(),
  timeline: z.array(Row).max(limits.case.timelineRows),
  notes: z.array(Note).max(limits.case.notes),
  version: z.int().min(1),
})

export type Case = z.infer<typeof Case>
export type Row = z.infer<typeof Row>
export type Speaker = z.infer<typeof Speaker>

export const cases = collection<Case>('cases', Case)
