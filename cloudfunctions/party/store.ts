import { z } from 'zod'
import {
  ActivityId,
  CommunityId,
  Day,
  Instant,
  MaskedPhone,
  ParticipationId,
  RegistrationId,
} from '../contract/fields'
import { limits } from '../contract/limits'
import * as contract from '../contract/party'
import { collection } from '../kit/collection'
import { effectId } from '../kit/ids'
import { Move } from '../kit/moves'

const { party: max } = limits

/** Who did what by which request; `request` names it with a hash of its input. */
const row = { at: Instant, actor: z.string(), request: z.string() }

/**
 * One member's registration with one community: one document for the pair, however often it begins anew. Its
 * timeline is its audit trail. What was told for it (branch, phone) is gone once it has ended.
 */
const Registration = z.object({
  _id: RegistrationId,
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  memberId: z.string(),
  state: contract.RegistrationState,
  /** `{instant of the last move}:{id}`: the order of staff's lists. */
  queueKey: z.string(),
  appliedAt: Instant,
  branch: z.string().max(max.branchLength),
  /** Of the number itself nothing is kept but its last digits and what compares it with the branch roster. */
  phone: z.object({ masked: MaskedPhone, hmac: z.string() }).nullable(),
  /** The text that the last application agreed to. */
  consentVersion: z.int().min(1),
  reason: z.string(),
  timeline: z
    .array(z.object({ event: contract.RegistrationEvent, ...row, reason: z.string() }))
    .max(max.timelineRows),
})

/** One row of the branch roster (党员花名册), as the community's office keeps it. */
export const BranchRosterEntry = z.object({
  /** `{communityId}:{HMAC of the phone}` */
  _id: z.string(),
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  name: z.string().min(1).max(30),
  branch: z.string().min(1).max(max.branchLength),
  /** Id of the import that wrote it last, so that an undo sees whether another came after it. */
  writtenBy: z.string(),
})

/** An activity and, where it has a limit, its places. Whoever holds one has a reservation under the participation's id. */
const Activity = z.object({
  _id: ActivityId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  communityId: CommunityId,
  title: z.string(),
  venue: z.string(),
  note: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Month in China in which it begins, `YYYY-MM`. */
  month: z.string(),
  compound: z.string().nullable(),
  /** The buildings of that compound when the activity was last written. */
  buildings: z.array(z.string()).max(200),
  /** null: no limit, and no counter that a rush would touch. */
  capacity: z.int().min(1).max(max.maxCapacity).nullable(),
  left: z.int().min(0),
  reservedUnits: z.int().min(0),
  reserved: z.record(z.string(), z.object({ quantity: z.int().min(1), at: Instant })),
  state: contract.ActivityState,
  calledOffBecause: z.string(),
  /** What its people are still to be told, by a timer. */
  pending: z.enum(['none', 'callOff']),
  /** The last change of time or place, for a timer to tell; absent before the first. */
  move: Move.optional(),
  /** Whether everybody who forgot to check out has been settled, by a timer. */
  closed: z.boolean(),
  /** The day on which it is held and of which all its people were reminded; absent before the first. */
  remindedFor: Day.optional(),
  version: z.int().min(1),
  createdBy: z.string(),
  createdAt: Instant,
})

/** One person's part in one activity: one document for the pair, so nobody counts twice. */
const Participation = z.object({
  _id: ParticipationId,
  schemaVersion: z.literal(1),
  activityId: ActivityId,
  communityId: CommunityId,
  memberId: z.string(),
  /** Masked: what the screen at the door shows. */
  name: z.string(),
  place: z.string(),
  state: contract.ParticipationState,
  /** Goes up by one with each move: what a conditional update compares. */
  revision: z.int().min(1),
  joinedAt: Instant,
  /** Version of the activity's last move that the person has been told of, 0 before the first. */
  toldMove: z.int().optional(),
  /** The day of the activity that the person was reminded of; absent before the first. */
  remindedFor: Day.optional(),
  checkedInAt: Instant.nullable(),
  checkedOutAt: Instant.nullable(),
  minutes: z.int().min(0).nullable(),
  points: z.int().min(0).nullable(),
  rule: z.object({ id: z.string(), version: z.int().min(1) }).nullable(),
  settledBy: contract.Participation.shape.settledBy,
  reason: z.string(),
  /** Journals are `service:{id}` and, for each correction that moved points, `service:{id}:{n}` up to this. */
  corrections: z.int().min(0),
  /** `{instant}:{id}` once it is settled: the order of its person's record. */
  recordKey: z.string().nullable(),
  timeline: z
    .array(z.object({ event: contract.ParticipationEvent, ...row, note: z.string() }))
    .max(max.timelineRows),
})

export type Registration = z.infer<typeof Registration>
export type BranchRosterEntry = z.infer<typeof BranchRosterEntry>
export type Activity = z.infer<typeof Activity>
export type Participation = z.infer<typeof Participation>

/** An activity without its reservations, which can be many. */
export type ActivityFacts = Omit<Activity, 'reserved'>

export const registrations = collection<Registration>('registrations', Registration)
export const branchRoster = collection<BranchRosterEntry>('branch_roster', BranchRosterEntry)
export const activities = collection<Activity>('activities', Activity)
export const participations = collection<Participation>('participations', Participation)

/** The one registration of a member with a community. */
export const registrationIdOf = (communityId: string, memberId: string): string =>
  effectId('n', memberId, 'party.registration', communityId)

/** The one participation of a member in an activity. */
export const participationIdOf = (activityId: string, memberId: string): string =>
  effectId('p', memberId, 'party.participation', activityId)

export const rosterIdOf = (communityId: string, phoneHmac: string): string => `${communityId}:${phoneHmac}`
