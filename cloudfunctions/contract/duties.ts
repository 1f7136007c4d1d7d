import { z } from 'zod'
import { appointers, member, roles, staff } from './access'
import { action } from './action'
import {
  CommunityId,
  Day,
  DutyId,
  Instant,
  InvitationId,
  InvitationToken,
  line,
  MaskedName,
  MaskedPhone,
  Phone,
  PlaceId,
  RequestId,
} from './fields'
import { limits } from './limits'

const { duty: max } = limits
const giver = () => staff(appointers, 'document')

/**
 * Where a duty stands; see duties/states.ts. `waiting`: accepted, and not yet approved by a second person; `due`: in
 * force, and to be confirmed.
 */
export const DutyState = z.enum(['waiting', 'in_force', 'due', 'lapsed', 'revoked', 'over'])

/** A building or unit as the roster has it. */
const rosterPart = z.string().regex(/^[A-Z0-9]{1,6}$/)

/** Some units of one building, or all of them (null): what a building leader's duty is over. */
export const Within = z.strictObject({
  building: rosterPart,
  units: z
    .array(rosterPart)
    .min(1)
    .max(max.unitsWithin)
    .refine((units) => new Set(units).size === units.length)
    .nullable(),
})

const DutyPlace = z.object({
  id: PlaceId,
  name: z.string(),
  level: z.enum(['district', 'street', 'community']),
})

/** Somebody's duty as those who give it see it. Names in full: they are colleagues. */
export const StaffDuty = z.object({
  id: DutyId,
  role: z.enum(roles),
  /** null: the whole place. */
  within: Within.nullable(),
  name: z.string(),
  /** The name on the invitation, where the person's account has another; else null. */
  invitedName: z.string().nullable(),
  state: DutyState,
  since: Instant,
  /** The last moment; null without one. */
  until: Instant.nullable(),
  confirmedAt: Instant,
  /** When it lapses unless it is approved (`waiting`) or confirmed (`due`); else null. */
  lapsesAt: Instant.nullable(),
  /** Who gave it; null for the operator. */
  givenBy: z.string().nullable(),
  may: z.array(z.enum(['approve', 'confirm', 'revoke'])),
})

/** An invitation that can still be accepted, or that wrong numbers have locked. */
export const StaffInvitation = z.object({
  id: InvitationId,
  role: z.enum(roles),
  within: Within.nullable(),
  name: z.string(),
  phone: MaskedPhone.nullable(),
  state: z.enum(['open', 'locked']),
  expiresAt: Instant,
  givenBy: z.string().nullable(),
})

/** An invitation as whoever has its link reads it. */
export const Invitation = z.object({
  role: z.enum(roles),
  within: Within.nullable(),
  placeName: z.string(),
  /** Whom it is meant for. */
  name: MaskedName,
  /** Who gives the duty, and by which duty of their own; null for the operator. */
  giver: z.object({ name: z.string(), role: z.enum(roles), placeName: z.string() }).nullable(),
  expiresAt: Instant,
  until: Instant.nullable(),
  needsApproval: z.boolean(),
  phonesLeft: z.int().min(0),
  /** What became of it, for the one who accepted; null while it is open. */
  accepted: DutyState.nullable(),
})

const request = { requestId: RequestId }
const onDuty = { ...request, dutyId: DutyId }
const onInvitation = { ...request, token: InvitationToken }
const invitationCodes = [
  'INVITATION_EXPIRED',
  'INVITATION_USED',
  'INVITATION_REVOKED',
  'INVITATION_LOCKED',
] as const

export const duties = {
  /** Who has which duty at a place, and who is invited; without a place, at the first of those that I look after. */
  staff: action({
    access: giver(),
    input: z.strictObject({ placeId: PlaceId.optional() }),
    output: z.object({
      place: DutyPlace,
      /** All places that I look after. */
      places: z.array(DutyPlace).max(400),
      duties: z.array(StaffDuty).max(max.perPlace),
      invitations: z.array(StaffInvitation).max(max.perPlace),
      /** The duties that I give here. */
      mayGive: z.array(z.enum(roles)),
    }),
    errors: [],
  }),
  /** The buildings of a community by its compounds, and the units that the roster has of one of them. */
  doors: action({
    access: giver(),
    input: z.strictObject({ placeId: CommunityId, building: rosterPart.nullable() }),
    output: z.object({
      compounds: z
        .array(
          z.object({
            name: z.string(),
            /** As the compound calls it (8 号楼), and as the roster does (8). */
            buildings: z.array(z.object({ name: z.string(), building: rosterPart })).max(200),
          }),
        )
        .max(60),
      units: z.array(z.string()).max(max.unitsShown),
    }),
    errors: [],
  }),
  /**
   * Invites one person by a link that works once, for a day, and with that person's number. A repeat of the request
   * gets a new link, and the one before it is worth nothing.
   */
  invite: action({
    access: giver(),
    input: z.strictObject({
      ...request,
      placeId: PlaceId,
      role: z.enum(roles),
      /** Which units a building leader's duty is over, which must be on the roster; of other duties null or absent. */
      within: Within.nullable().optional(),
      name: line(max.nameLength),
      phone: Phone,
      /** The last day of the duty, or null. */
      lastDay: Day.nullable(),
    }),
    output: z.object({ invitation: StaffInvitation, link: z.string() }),
    errors: ['LAST_DAY_OUT_OF_RANGE', 'TOO_MANY_DUTIES', 'WRONG_STATE'],
  }),
  revokeInvitation: action({
    access: giver(),
    input: z.strictObject({ ...request, invitationId: InvitationId }),
    output: z.object({}),
    errors: ['WRONG_STATE'],
  }),
  invitation: action({
    access: member(),
    input: z.strictObject({ token: InvitationToken }),
    output: Invitation,
    errors: invitationCodes,
  }),
  accept: action({
    access: member(),
    input: z.strictObject({ ...onInvitation, phone: Phone }),
    output: z.object({ state: DutyState }),
    errors: [...invitationCodes, 'PHONE_WRONG', 'NOT_ONESELF', 'ALREADY_HELD', 'TOO_MANY_DUTIES'],
  }),
  decline: action({
    access: member(),
    input: z.strictObject(onInvitation),
    output: z.object({}),
    errors: invitationCodes,
  }),
  /** The second approval of what needs one. */
  approve: action({
    access: giver(),
    input: z.strictObject(onDuty),
    output: StaffDuty,
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
  /** The person still has this duty: good for another `limits.duty.confirmAfterDays` days. */
  confirm: action({
    access: giver(),
    input: z.strictObject(onDuty),
    output: StaffDuty,
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
  /** Takes a duty away, from the person's very next call on; or refuses the second approval. */
  revoke: action({
    access: giver(),
    input: z.strictObject({ ...onDuty, reason: line(max.reasonLength) }),
    output: StaffDuty,
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
}
