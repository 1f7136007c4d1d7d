import { z } from 'zod'
import { timer } from './access'
import { action } from './action'
import { Telephone } from './directory'
import { Day, DutyId, Instant, InvitationId, line, Phone, PlaceId } from './fields'
import { limits } from './limits'
import { DutyState, StaffDuty } from './duties'

/** Who runs the command: kept with what it changes. Two people must be two names. */
const operator = line(limits.duty.nameLength)

/** Places that one command sets. */
const maxPlaces = 100

/** What `jobs` does for duties: the timer, and the operator's commands for those of the district. */
export const dutyJobs = {
  /** Duties that are due, lapse or end, and invitations that have expired; some a run. */
  tendDuties: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({
      due: z.int(),
      lapsed: z.int(),
      ended: z.int(),
      expired: z.int(),
      more: z.boolean(),
    }),
    errors: [],
  }),
  /**
   * Makes the places of one district, or corrects their names and numbers: all of the list, or nothing. A place never
   * moves: its id says where it lies, and what is above it is there or comes earlier in the list. The same again
   * changes nothing. INVALID_INPUT names the entry at fault: an id twice, of another district or without what is above
   * it; a kind that is not the id's; a name that another place beside it has; `places` when there would be too many.
   */
  setPlaces: action({
    access: timer(),
    input: z.strictObject({
      operator,
      places: z
        .array(
          z.strictObject({
            id: PlaceId,
            kind: z.enum(['district', 'street', 'community']),
            name: line(limits.duty.nameLength),
            /** Left out: the number that is there stays. */
            phone: z.union([z.literal(''), Telephone]).optional(),
          }),
        )
        .min(1)
        .max(maxPlaces),
    }),
    output: z.object({ added: z.int(), changed: z.int() }),
    errors: [],
  }),
  /** Invites somebody to a duty of the district. The same on the same day gets a new link for the same invitation. */
  inviteDistrict: action({
    access: timer(),
    input: z.strictObject({
      operator,
      placeId: PlaceId,
      name: line(limits.duty.nameLength),
      phone: Phone,
      lastDay: Day.nullable(),
    }),
    output: z.object({ invitationId: InvitationId, link: z.string(), expiresAt: Instant }),
    errors: ['LAST_DAY_OUT_OF_RANGE', 'TOO_MANY_DUTIES', 'WRONG_STATE'],
  }),
  /** The duties of a district that are in force or wait. */
  districtDuties: action({
    access: timer(),
    input: z.strictObject({ placeId: PlaceId }),
    output: z.object({
      duties: z
        .array(
          StaffDuty.pick({ id: true, name: true, state: true, since: true, until: true, lapsesAt: true }),
        )
        .max(limits.duty.perPlace),
    }),
    errors: [],
  }),
  /** Approves, confirms or takes away a duty of a district. `reason` is for what is taken away. */
  decideDuty: action({
    access: timer(),
    input: z.strictObject({
      operator,
      dutyId: DutyId,
      decision: z.enum(['approve', 'confirm', 'revoke']),
      reason: line(limits.duty.reasonLength).nullable(),
    }),
    output: z.object({ state: DutyState }),
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
}
