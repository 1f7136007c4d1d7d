import { z } from 'zod'
import { CommunityId, Instant, MaskedPhone, MemberId, ResidencyId } from '../contract/fields'
import { limits } from '../contract/limits'
import { bounds } from '../contract/residency-bounds'
import * as contract from '../contract/residency'
import { collection } from '../kit/collection'
import { effectId } from '../kit/ids'

const { residency: max } = limits

const door = { building: z.string(), unit: z.string(), room: z.string() }

/** A residency that is over. */
const Past = z.object({
  communityId: CommunityId,
  /** See `householdIdOf`. */
  householdId: z.string(),
  ...door,
  from: Instant,
  until: Instant,
  endedBy: z.enum(['member', 'staff']),
  reason: z.string(),
})

/**
 * Where somebody lives, asks to live, and lived: one document a person, so there is never more than one open request.
 * Whoever lives somewhere has the same address in the member's own document, which is what the guard reads. Its
 * timeline is its audit trail. What was told to be compared (name, phone) is gone once that is done.
 */
const Residency = z.object({
  _id: ResidencyId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  communityId: CommunityId,
  ...door,
  state: contract.ResidencyState,
  /** `{0 matched, 1 declared}:{instant}:{id}` while staff are to decide: the order of their queue; else null. */
  queueKey: z.string().nullable(),
  name: z.string().max(max.nameLength),
  /**
   * Of the number its last digits and what compares it with the roster; and sealed, for a reveal, while staff are to
   * verify it. Absent where it was told before reveals were.
   */
  phone: z.object({ masked: MaskedPhone, hmac: z.string(), sealed: z.string().optional() }).nullable(),
  /** Of the last request. */
  declaredAt: Instant,
  /** How the residency in force was verified; null without one. */
  by: contract.VerifiedBy.nullable(),
  /** Why staff refused or ended it; empty otherwise. */
  reason: z.string(),
  history: z.array(Past).max(bounds.historyRows),
  timeline: z
    .array(
      z.object({
        event: contract.ResidencyEvent,
        at: Instant,
        actor: z.string(),
        request: z.string(),
        reason: z.string(),
      }),
    )
    .max(bounds.maxTimelineRows),
})

/** The paper code of one door: its latest, since a new one takes the place of the one before. */
const PaperCode = z.object({
  /** The household's id. */
  _id: z.string().max(120),
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  ...door,
  /** Of door and code, with the deployment's key: the code itself is stored nowhere. */
  hash: z.string(),
  issuedAt: Instant,
  expiresAt: Instant,
  issuedBy: z.string(),
  /** The issuing request's effect. */
  sheet: z.string(),
  usedAt: Instant.nullable(),
  /** The member who used it. */
  usedBy: z.string().nullable(),
})

/** Wrong codes that a person, or a door, has left in the present window. */
const Tries = z.object({
  /** `who:{member}` or `door:{bucket}`; see tries.ts. */
  _id: z.string().max(60),
  schemaVersion: z.literal(1),
  left: z.int().min(0),
  windowEndsAt: Instant,
})

export type Residency = z.infer<typeof Residency>
export type Past = z.infer<typeof Past>
export type PaperCode = z.infer<typeof PaperCode>
export type Tries = z.infer<typeof Tries>

export const residencies = collection<Residency>('residencies', Residency)
export const paperCodes = collection<PaperCode>('residency_codes', PaperCode)
export const codeTries = collection<Tries>('residency_tries', Tries)

/** The one document of a member. */
export const residencyIdOf = (memberId: string): string =>
  effectId('h', memberId, 'residency.residency', 'own')
