import { z } from 'zod'
import { roles, type Role } from '../contract/access'
import { DutyState, Within } from '../contract/duties'
import { DutyId, Instant, InvitationId, MaskedPhone, MemberId, PlaceId } from '../contract/fields'
import { limits } from '../contract/limits'
import { collection } from '../kit/collection'
import { effectId } from '../kit/ids'

const { duty: max } = limits

/** A member's id, or `operator:` and the name that the operator's command was run with. */
const Giver = z.string().max(60)

/**
 * One member's duty at one place: one document for the three, however often it begins anew. The member's own document
 * says what is in force; this one says how it came about and what comes next. Its audit rows are its history.
 */
const Duty = z.object({
  _id: DutyId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  role: z.enum(roles),
  placeId: PlaceId,
  /** Which units a building leader's duty is over; absent: the whole place, or what the member's document says. */
  within: Within.optional(),
  state: DutyState,
  /** As the giver wrote it. */
  invitedName: z.string().max(max.nameLength),
  givenBy: Giver,
  approvedBy: Giver.nullable(),
  since: Instant,
  until: Instant.nullable(),
  confirmedAt: Instant,
  /** Of the last move: what `nextAt` is reckoned from. */
  changedAt: Instant,
  reason: z.string().max(max.reasonLength),
  /** When the clock moves it on; null once it is gone. */
  nextAt: Instant.nullable(),
})

/** One offer of one duty to one telephone number. Of the secret in its link only a hash is here. */
const Invitation = z.object({
  _id: InvitationId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  role: z.enum(roles),
  placeId: PlaceId,
  within: Within.optional(),
  /** `locked`: too many wrong numbers. */
  state: z.enum(['open', 'accepted', 'declined', 'revoked', 'expired', 'locked']),
  name: z.string().max(max.nameLength),
  /** Of the number only its last digits and what compares it; gone once nobody can accept any more. */
  phone: z.object({ masked: MaskedPhone, hmac: z.string() }).nullable(),
  until: Instant.nullable(),
  givenBy: Giver,
  secretHash: z.string(),
  invitedAt: Instant,
  expiresAt: Instant,
  wrongPhones: z.int().min(0).max(max.wrongPhones),
  /** The request that had the last wrong number: its repeat counts once. */
  lastWrong: z.string().nullable(),
  acceptedBy: MemberId.nullable(),
})

export type Duty = z.infer<typeof Duty>
export type Invitation = z.infer<typeof Invitation>

export const duties = collection<Duty>('duties', Duty)
export const invitations = collection<Invitation>('invitations', Invitation)

/** The one document of a member's duty at a place. */
export const dutyIdOf = (memberId: string, { role, placeId }: { role: Role; placeId: string }): string =>
  effectId('d', memberId, 'duties.duty', `${role} ${placeId}`)
