import { z } from 'zod'
import { member, staff } from './access'
import { action } from './action'
import {
  CommunityId,
  Cursor,
  Day,
  Instant,
  line,
  MaskedName,
  MaskedPhone,
  MemberId,
  Phone,
  RequestId,
  ResidencyId,
} from './fields'
import { limits } from './limits'
import { bounds } from './residency-bounds'

const { residency: max } = limits
const worker = (scope: 'input.communityId' | 'document') => staff(['community_worker'], scope)

/**
 * Where somebody's claim to live somewhere stands; see residency/states.ts. `matched`: name and phone are on the
 * roster of that door; `declared`: they are not. Which of the two it is, is for staff alone: told to whoever asks, it
 * would say who lives where.
 */
export const ResidencyState = z.enum(['declared', 'matched', 'verified', 'refused', 'withdrawn', 'ended'])

export const ResidencyEvent = z.enum([
  'declare',
  'declareMatched',
  'withdraw',
  'verify',
  'refuse',
  'bind',
  'moveOut',
  'end',
])

/** How a residency was verified: by staff, by a paper code, or before this was kept. */
export const VerifiedBy = z.enum(['staff', 'code', 'before'])

/** A part of a door as people write it: 7, 7号楼, 2单元, 0301室. */
const part = line(max.doorPartLength)
const door = { building: part, unit: part, room: part }

/** A part of a door as the roster has it. */
const plainPart = z.string().regex(/^[A-Z0-9]{1,6}$/)
const Door = z.object({ building: z.string(), unit: z.string(), room: z.string() })

/** A residency that is over. */
export const PastResidency = Door.extend({
  communityName: z.string(),
  from: Instant,
  until: Instant,
  endedBy: z.enum(['member', 'staff']),
  reason: z.string(),
})

/** My claim and my residency. */
export const MyResidency = z.object({
  /** The last thing that was asked for and did not lead to a residency; null where there is none. */
  request: Door.extend({
    state: z.enum(['waiting', 'refused', 'withdrawn']),
    communityName: z.string(),
    communityPhone: z.string(),
    /** As it was told; empty, and null, once nobody needs it any more. */
    name: z.string(),
    phone: MaskedPhone.nullable(),
    declaredAt: Instant,
    /** Why it was refused; empty otherwise. */
    reason: z.string(),
  }).nullable(),
  residence: Door.extend({
    communityName: z.string(),
    since: Instant,
    by: VerifiedBy,
    /** Everybody who is verified for this door, me included. */
    bound: z.int().min(1),
    /** The others, as neighbours may see them. */
    others: z.array(MaskedName).max(bounds.personsShown),
    /** What moving out ends, or leaves behind. */
    ends: z.object({ signUps: z.int().min(0), registration: z.boolean() }),
  }).nullable(),
  history: z.array(PastResidency).max(bounds.historyRows),
})

/** A person of the roster beside what somebody declared, for the staff who compare them. */
const RosterPerson = z.object({
  name: z.string(),
  phone: MaskedPhone.nullable(),
  sameName: z.boolean(),
  samePhone: z.boolean(),
})

/** What waits for staff. The name is in full: it is what they compare. */
export const ResidencyRequest = Door.extend({
  id: ResidencyId,
  state: z.enum(['declared', 'matched']),
  name: z.string(),
  phone: MaskedPhone.nullable(),
  declaredAt: Instant,
  /** Whom the roster has behind that door. */
  roster: z.array(RosterPerson).max(bounds.rosterPersons),
  /** How many are verified for that door. */
  bound: z.int().min(0),
})

/** Where one stands after what one did. */
const Moved = z.object({ state: z.enum(['waiting', 'verified', 'refused', 'withdrawn', 'ended']) })

const Decided = z.object({ id: ResidencyId, state: ResidencyState })

/** Somebody who is verified for a door, as staff see them. */
const BoundPerson = z.object({ id: MemberId, name: z.string(), since: Instant })

const request = { requestId: RequestId }
const onResidency = { ...request, residencyId: ResidencyId }
const reason = line(max.reasonLength)

/** A door of the roster on staff's list of paper codes. */
const Flat = z.object({
  room: z.string(),
  bound: z.int().min(0),
  code: z.enum(['none', 'open', 'used', 'expired']),
  /** Last day of the code that is open; null without one. */
  expiresOn: Day.nullable(),
})

const UnitHousehold = z.object({
  room: z.string(),
  persons: z.array(z.object({ name: MaskedName, phone: MaskedPhone.nullable() })).max(bounds.rosterPersons),
  bound: z.int().min(0),
})

export const residency = {
  /** My address: what I asked for, where I live, where I lived. */
  home: action({ access: member(), input: z.strictObject({}), output: MyResidency, errors: [] }),
  /** What the forms need: the compounds of a community with their buildings. */
  form: action({
    access: member(),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({
      communityId: CommunityId,
      communityName: z.string(),
      compounds: z.array(z.object({ name: z.string(), buildings: z.array(z.string()).max(200) })).max(60),
    }),
    errors: [],
  }),
  /** Says where I live, for staff to verify. The building must be one of the compound. */
  declare: action({
    access: member(),
    input: z.strictObject({
      ...request,
      communityId: CommunityId,
      compound: line(limits.case.compoundLength),
      ...door,
      name: line(max.nameLength),
      phone: Phone,
    }),
    output: Moved,
    errors: ['ALREADY_RESIDENT', 'REQUEST_OPEN', 'WRONG_STATE'],
  }),
  /** Takes back what waits. */
  withdraw: action({
    access: member(),
    input: z.strictObject(request),
    output: Moved,
    errors: ['WRONG_STATE'],
  }),
  /**
   * Proves a door by its paper code. A door that there is not, a wrong code, a used and an outdated one get the same
   * answer. `detail` of BIND_LOCKED is the instant from which one may try again.
   */
  bind: action({
    access: member(),
    input: z.strictObject({
      ...request,
      communityId: CommunityId,
      ...door,
      code: line(max.code.textLength),
      /** For somebody the product knows no name of; null for the others, who keep theirs. */
      name: line(max.nameLength).nullable(),
    }),
    output: Moved,
    errors: ['ALREADY_RESIDENT', 'BIND_CODE_WRONG', 'BIND_LOCKED', 'NOT_ONESELF', 'WRONG_STATE'],
  }),
  /** I no longer live there. A registration (双报到) ends with it; points and sign-ups stay. */
  moveOut: action({
    access: member(),
    input: z.strictObject(request),
    output: Moved,
    errors: ['WRONG_STATE'],
  }),
  /** Who waits to be verified: those whom the roster knows first, then the longest waiting. */
  requests: action({
    access: worker('input.communityId'),
    input: z.strictObject({ communityId: CommunityId, after: Cursor.optional() }),
    output: z.object({
      requests: z.array(ResidencyRequest).max(limits.pageSize),
      nextAfter: Cursor.nullable(),
      /** All that wait; at most `limits.residency.counted`. */
      waiting: z.int().min(0),
    }),
    errors: [],
  }),
  verify: action({
    access: worker('document'),
    input: z.strictObject(onResidency),
    output: Decided,
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
  refuse: action({
    access: worker('document'),
    input: z.strictObject({ ...onResidency, reason }),
    output: Decided,
    errors: ['WRONG_STATE'],
  }),
  /** One door: whom the roster has there, who is verified for it, and who was. */
  household: action({
    access: worker('input.communityId'),
    input: z.strictObject({ communityId: CommunityId, ...door }),
    output: Door.extend({
      roster: z
        .array(z.object({ name: z.string(), phone: MaskedPhone.nullable() }))
        .max(bounds.rosterPersons),
      persons: z.array(BoundPerson).max(bounds.boundListed),
      past: z
        .array(PastResidency.omit({ communityName: true }).extend({ name: z.string() }))
        .max(bounds.pastListed),
    }),
    errors: [],
  }),
  /** Staff end somebody's residency, e.g. the flat was sold. */
  end: action({
    access: worker('document'),
    input: z.strictObject({ ...request, memberId: MemberId, reason }),
    output: z.object({ memberId: MemberId }),
    errors: ['WRONG_STATE'],
  }),
  /**
   * Staff strike somebody off the roster of a door who has died or moved away; the name as the roster has it. Whoever is
   * verified for that door under that name is to be ended first.
   */
  strike: action({
    access: worker('input.communityId'),
    input: z.strictObject({
      ...request,
      communityId: CommunityId,
      ...{ building: plainPart, unit: plainPart, room: plainPart },
      name: line(max.nameLength),
      reason,
    }),
    /** How many the roster still has behind the door. */
    output: z.object({ left: z.int().min(0) }),
    errors: ['STILL_RESIDENT', 'WRONG_STATE'],
  }),
  /** The units of a building, and the flats of one of them with the state of their codes; null: of the first. */
  flats: action({
    access: worker('input.communityId'),
    input: z.strictObject({ communityId: CommunityId, building: plainPart, unit: plainPart.nullable() }),
    output: z.object({
      building: z.string(),
      unit: z.string().nullable(),
      units: z.array(z.string()).max(bounds.unitsOfBuilding),
      flats: z.array(Flat).max(bounds.flatsOfUnit),
    }),
    errors: [],
  }),
  /** New paper codes for flats on the roster; older ones of these flats are void. The codes are shown here alone. */
  issueCodes: action({
    access: worker('input.communityId'),
    input: z.strictObject({
      ...request,
      communityId: CommunityId,
      building: plainPart,
      unit: plainPart,
      rooms: z
        .array(plainPart)
        .min(1)
        .max(max.code.atOnce)
        .refine((rooms) => new Set(rooms).size === rooms.length),
    }),
    output: z.object({
      communityName: z.string(),
      building: z.string(),
      unit: z.string(),
      expiresOn: Day,
      slips: z.array(z.object({ room: z.string(), code: z.string() })).max(max.code.atOnce),
    }),
    errors: ['ROOM_NOT_ON_ROSTER'],
  }),
  /** The units of which I am the building leader (楼长), and how many of their flats are verified. */
  myUnits: action({
    access: staff(['building_leader'], 'input.communityId'),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({
      units: z
        .array(
          z.object({
            building: z.string(),
            unit: z.string(),
            households: z.int().min(0),
            boundHouseholds: z.int().min(0),
          }),
        )
        .max(bounds.unitsOfLeader),
    }),
    errors: [],
  }),
  /** The households of one of these units; another unit is not found, by the guard itself. */
  unit: action({
    access: staff(['building_leader'], 'input.unit'),
    input: z.strictObject({ communityId: CommunityId, building: plainPart, unit: plainPart }),
    output: z.object({ households: z.array(UnitHousehold).max(bounds.flatsOfUnit) }),
    errors: [],
  }),
}
