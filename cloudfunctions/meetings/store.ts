import { z } from 'zod'
import { CaseId, CommunityId, Day, Instant, MeetingId, SignUpId, TopicId } from '../contract/fields'
import { limits } from '../contract/limits'
import { HeldMark } from '../contract/safety'
import * as contract from '../contract/meetings'
import { collection } from '../kit/collection'
import { Move } from '../kit/moves'
import { ActedBy } from '../kit/proxies'

const { meeting: max } = limits

/** What a bounded counter holds; see `kit/counters.ts`. */
const counter = {
  left: z.int().min(0),
  reservedUnits: z.int().min(0),
  reserved: z.record(z.string(), z.object({ quantity: z.int().min(1), at: Instant })),
}

/** A meeting and its seats. Whoever holds a seat has a reservation under the sign-up's id. */
const Meeting = z.object({
  _id: MeetingId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  communityId: CommunityId,
  template: contract.MeetingTemplate,
  title: z.string(),
  venue: z.string(),
  note: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  signUpFrom: Instant,
  signUpUntil: Instant,
  audience: contract.Audience,
  householdLimit: z.int().nullable(),
  capacity: z.int().min(1).max(max.maxCapacity),
  waitlistLimit: z.int().min(0),
  ...counter,
  /** Set while freed seats belong to those who wait: nobody new may take one past them. */
  queueing: z.boolean(),
  state: contract.MeetingState,
  calledOffBecause: z.string(),
  /** What the people of the meeting are still to be told, by a timer. */
  pending: z.enum(['none', 'callOff', 'minutes']),
  /** The last change of time or place, for a timer to tell; absent before the first. */
  move: Move.optional(),
  /** The day on which it is held and of which all its people were reminded; absent before the first. */
  remindedFor: Day.optional(),
  /** Id of the first meeting of the series. */
  seriesId: MeetingId.nullable(),
  previousId: MeetingId.nullable(),
  version: z.int().min(1),
  createdBy: z.string(),
  createdAt: Instant,
})

/** The places of a meeting's waitlist; their order is that of `at`, then of the id. `_id` is the meeting's. */
const Waitlist = z.object({
  _id: MeetingId,
  schemaVersion: z.literal(1),
  ...counter,
  /** When the meeting ends: nobody looks after those who wait any more. */
  endsAt: Instant,
})

/** One person's way to one meeting. Its timeline is its audit trail. */
const SignUp = z.object({
  _id: SignUpId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  meetingId: MeetingId,
  communityId: CommunityId,
  /** null for a guest. */
  memberId: z.string().nullable(),
  householdId: z.string().nullable(),
  /** Masked, but for a guest. */
  name: z.string(),
  place: z.string(),
  state: contract.SignUpState,
  signedUpAt: Instant,
  offerUntil: Instant.nullable(),
  /** Whether the person has been told of the minutes. */
  toldMinutes: z.boolean(),
  /** Version of the meeting's last move that the person has been told of, 0 before the first. */
  toldMove: z.int().optional(),
  /** The day of the meeting that the person was reminded of; absent before the first. */
  remindedFor: Day.optional(),
  timeline: z
    .array(
      z.object({
        event: contract.SignUpEvent,
        at: Instant,
        actor: z.string(),
        /** Who did it in the actor's stead (代办); absent where nobody did. */
        by: ActedBy.optional(),
        request: z.string(),
        note: z.string(),
      }),
    )
    .max(max.timelineRows),
})

/** Who of a household takes part: bounds the household, and each person to one sign-up. */
const MeetingHousehold = z.object({
  /** `{meetingId}:{householdId}` */
  _id: z.string(),
  schemaVersion: z.literal(1),
  members: z.array(z.object({ memberId: z.string(), signUpId: SignUpId })).max(40),
})

/** The topics of a meeting. `_id` is the meeting's. */
const Agenda = z.object({
  _id: MeetingId,
  schemaVersion: z.literal(1),
  topics: z
    .array(
      z.object({
        id: TopicId,
        text: z.string(),
        proposedBy: z.string(),
        at: Instant,
        supporters: z.int().min(0),
        onAgenda: z.boolean(),
        /** Set while others do not see it; absent where they always did. */
        held: HeldMark.nullable().optional(),
      }),
    )
    .max(max.topics),
})

/** Which topics of a meeting one person supports. */
const TopicSupport = z.object({
  /** `{meetingId}:{memberId}` */
  _id: z.string(),
  schemaVersion: z.literal(1),
  topicIds: z.array(TopicId).max(max.topics),
})

/** Minutes of a meeting. `_id` is the meeting's. */
const Minutes = z.object({
  _id: MeetingId,
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  /** When the meeting began, for the next one of the series. */
  startsAt: Instant,
  text: z.string(),
  decisions: z.array(z.string()).max(max.decisions),
  actions: z
    .array(
      z.object({ text: z.string(), dueOn: Day.nullable(), owner: z.string(), caseId: CaseId.nullable() }),
    )
    .max(max.actions),
  publishedAt: Instant.nullable(),
  version: z.int().min(1),
  /** Hash of the request that wrote it last, so that a repeat finds its own effect. */
  writtenBy: z.string(),
  writtenAt: Instant,
})

export type Meeting = z.infer<typeof Meeting>
export type Waitlist = z.infer<typeof Waitlist>
export type SignUp = z.infer<typeof SignUp>
export type SignUpState = SignUp['state']
export type SignUpEvent = SignUp['timeline'][number]['event']
export type MeetingHousehold = z.infer<typeof MeetingHousehold>
export type Agenda = z.infer<typeof Agenda>
export type TopicSupport = z.infer<typeof TopicSupport>
export type Minutes = z.infer<typeof Minutes>

/** A meeting without its reservations, which can be many. */
export type MeetingFacts = Omit<Meeting, 'reserved'>

export const meetings = collection<Meeting>('meetings', Meeting)
export const waitlists = collection<Waitlist>('waitlists', Waitlist)
export const signUps = collection<SignUp>('sign_ups', SignUp)
export const meetingHouseholds = collection<MeetingHousehold>('meeting_households', MeetingHousehold)
export const agendas = collection<Agenda>('agendas', Agenda)
export const topicSupports = collection<TopicSupport>('topic_supports', TopicSupport)
export const minutes = collection<Minutes>('minutes', Minutes)

export const householdIdIn = (meetingId: string, householdId: string): string => `${meetingId}:${householdId}`
export const supportIdOf = (meetingId: string, memberId: string): string => `${meetingId}:${memberId}`
