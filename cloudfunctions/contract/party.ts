import { z } from 'zod'
import { member, registered, resident, staff } from './access'
import { action } from './action'
import {
  ActivityId,
  CommunityId,
  Cursor,
  Day,
  Instant,
  line,
  MaskedName,
  MaskedPhone,
  Month,
  ParticipationId,
  paragraph,
  Phone,
  RegistrationId,
  RequestId,
} from './fields'
import { limits } from './limits'
import { QrStep, QrText } from './qr'

const { party: max } = limits
const host = (scope: 'input.communityId' | 'document') => staff(['community_worker'], scope)

/**
 * Where a member's registration with a community (双报到) stands; see party/registrationStates.ts. That somebody
 * has one is sensitive: it is shown to the person and to the staff who verify it, and to nobody else.
 */
export const RegistrationState = z.enum(['applied', 'registered', 'refused', 'withdrawn', 'ended'])

export const RegistrationEvent = z.enum(['apply', 'verify', 'refuse', 'withdraw', 'end'])

/** One's own registration. */
export const MyRegistration = z.object({
  id: RegistrationId,
  communityId: CommunityId,
  communityName: z.string(),
  state: RegistrationState,
  /** The branch that one belongs to, as one wrote it; empty once the registration has ended. */
  branch: z.string(),
  /** null once the registration has ended. */
  phone: MaskedPhone.nullable(),
  /** Why staff refused or ended it; empty otherwise. */
  reason: z.string(),
  timeline: z
    .array(z.object({ event: RegistrationEvent, at: Instant, reason: z.string() }))
    .max(max.timelineRows),
})

/** What the branch roster says of an application: the phone is on it with the name, with another, or not at all. */
export const RosterMatch = z.enum(['match', 'name_differs', 'none'])

/** An application as the staff who verify it see it. The name is in full: it is what they compare. */
export const Application = z.object({
  id: RegistrationId,
  state: RegistrationState,
  name: z.string(),
  phone: MaskedPhone.nullable(),
  /** e.g. 7 号楼 2 单元 */
  place: z.string(),
  branch: z.string(),
  appliedAt: Instant,
  match: RosterMatch,
  /** The branch on the roster; null without a match. */
  rosterBranch: z.string().nullable(),
})

export const ActivityState = z.enum(['open', 'called_off'])

/** Where somebody stands in an activity; see party/participationStates.ts. */
export const ParticipationState = z.enum(['joined', 'left', 'in', 'done'])

export const ParticipationEvent = z.enum([
  'join',
  'leave',
  'checkIn',
  'checkOut',
  'closeOut',
  'correct',
  'callOff',
])

/** What one did in one activity. */
export const Participation = z.object({
  id: ParticipationId,
  activityId: ActivityId,
  state: ParticipationState,
  checkedInAt: Instant.nullable(),
  checkedOutAt: Instant.nullable(),
  /** Minutes that count; null until they are settled. */
  minutes: z.int().min(0).nullable(),
  /** Points for them; null until they are settled. */
  points: z.int().min(0).nullable(),
  /** The rule that made points of minutes, with its version and in words; null until they are settled. */
  rule: z.object({ id: z.string(), version: z.int().min(1), words: z.string() }).nullable(),
  /** How the minutes were settled: by scanning out, by the minimum for a missing check-out, or by staff. */
  settledBy: z.enum(['checkOut', 'closeOut', 'correct']).nullable(),
  /** What staff wrote when they corrected it; empty otherwise. */
  reason: z.string(),
})

/** An activity in a list. */
export const ActivityBrief = z.object({
  id: ActivityId,
  communityId: CommunityId,
  title: z.string(),
  venue: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: ActivityState,
  /** Whether it is on the month's party day (城市党建日, the 10th). */
  onPartyDay: z.boolean(),
  /** The compound that it is for; null for the whole community. */
  compound: z.string().nullable(),
  /** Whether that is the viewer's own compound. */
  near: z.boolean(),
  /** Places; null without a limit. */
  capacity: z.int().nullable(),
  placesLeft: z.int().nullable(),
  mine: ParticipationState.nullable(),
})

export const Activity = ActivityBrief.extend({
  note: z.string(),
  /** The rule by which its hours become points, in words. */
  ruleWords: z.string(),
  calledOffBecause: z.string(),
  participation: Participation.nullable(),
  may: z.array(z.enum(['join', 'leave', 'checkIn', 'checkOut'])),
})

export const StaffActivity = ActivityBrief.omit({ near: true, mine: true }).extend({
  note: z.string(),
  calledOffBecause: z.string(),
  version: z.int().min(1),
  /** Everybody who joined, came or has finished. */
  joined: z.int().min(0),
})

/** Somebody on the host's list. Masked, as on every list that is shown in a room. */
export const Participant = z.object({
  id: ParticipationId,
  name: MaskedName,
  place: z.string(),
  state: ParticipationState,
  checkedInAt: Instant.nullable(),
  checkedOutAt: Instant.nullable(),
  minutes: z.int().min(0).nullable(),
  points: z.int().min(0).nullable(),
  settledBy: Participation.shape.settledBy,
  reason: z.string(),
})

const request = { requestId: RequestId }
const onRegistration = { ...request, registrationId: RegistrationId }
const onActivity = { ...request, activityId: ActivityId }
const onParticipation = { ...request, participationId: ParticipationId }
const why = line(max.reasonLength)
const version = z.int().min(1).max(1_000_000)
const codeCodes = ['CHECK_IN_CODE_WRONG', 'CHECK_IN_CODE_OUTDATED'] as const
const details = {
  title: line(max.titleLength),
  venue: line(max.venueLength),
  note: paragraph(max.noteLength),
  startsAt: Instant,
  endsAt: Instant,
  compound: line(limits.meeting.compoundLength).nullable(),
  /** null: no limit. Whether there is one is settled when it is published. */
  capacity: z.int().min(1).max(max.maxCapacity).nullable(),
}

export const party = {
  /**
   * My registration with the community that I live in, or that I have moved away from while it was in force; null
   * where there is none.
   */
  registration: action({
    access: member(),
    input: z.strictObject({}),
    output: z.object({ registration: MyRegistration.nullable() }),
    errors: [],
  }),
  /** Applies to the community that I live in. `consent` names the text that was agreed to, on its own. */
  apply: action({
    access: resident(),
    input: z.strictObject({
      ...request,
      branch: line(max.branchLength),
      phone: Phone,
      consent: z.literal(max.consentVersion),
    }),
    output: MyRegistration,
    errors: ['ALREADY_REGISTERED'],
  }),
  /**
   * Takes an application back, or ends a registration: the one that `registration` shows, unless another of one's own
   * is named. What was told for it is removed; hours and points stay.
   */
  withdraw: action({
    access: member(),
    input: z.strictObject({ ...request, registrationId: RegistrationId.optional() }),
    output: MyRegistration,
    errors: ['WRONG_STATE'],
  }),
  /** The activities of a month in my community, those of my own compound first, then by time. */
  activities: action({
    access: registered(),
    input: z.strictObject({ month: Month.optional() }),
    output: z.object({
      month: Month,
      /** The month's party day. */
      partyDay: Day,
      activities: z.array(ActivityBrief).max(max.listed),
    }),
    errors: [],
  }),
  activity: action({
    access: registered(),
    input: z.strictObject({ activityId: ActivityId }),
    output: Activity,
    errors: [],
  }),
  join: action({
    access: registered(),
    input: z.strictObject(onActivity),
    output: Activity,
    errors: ['FULL', 'ACTIVITY_OVER', 'ALREADY_JOINED', 'CALLED_OFF'],
  }),
  leave: action({
    access: registered(),
    input: z.strictObject(onActivity),
    output: Activity,
    errors: ['WRONG_STATE'],
  }),
  /**
   * Scans the code at the beginning: the link, or what stands after `code=` in it. That begins with `in.` or `out.`,
   * so that a page knows which action it is for. One who has not joined does so by it, while there are places.
   */
  checkIn: action({
    access: registered(),
    input: z.strictObject({ ...request, code: QrText }),
    output: Activity,
    errors: [...codeCodes, 'NOT_CHECK_IN_TIME', 'ALREADY_CHECKED_IN', 'CALLED_OFF', 'FULL'],
  }),
  /** Scans the code at the end: the time in between becomes points, in the same transaction. */
  checkOut: action({
    access: registered(),
    input: z.strictObject({ ...request, code: QrText }),
    output: Activity,
    errors: [...codeCodes, 'NOT_CHECK_IN_TIME', 'NOT_CHECKED_IN', 'ALREADY_CHECKED_OUT'],
  }),
  /** My record of service, latest first, with the sums over all of it. */
  record: action({
    access: member(),
    input: z.strictObject({ before: Cursor.optional() }),
    output: z.object({
      total: z.object({ activities: z.int().min(0), minutes: z.int().min(0), points: z.int().min(0) }),
      rows: z
        .array(
          z.object({ title: z.string(), venue: z.string(), startsAt: Instant, participation: Participation }),
        )
        .max(limits.pageSize),
      nextBefore: Cursor.nullable(),
    }),
    errors: [],
  }),
  /** Who waits to be verified, the first first; or who is registered. */
  applications: action({
    access: host('input.communityId'),
    input: z.strictObject({
      communityId: CommunityId,
      view: z.enum(['waiting', 'registered']),
      before: Cursor.optional(),
    }),
    output: z.object({
      applications: z.array(Application).max(limits.pageSize),
      nextBefore: Cursor.nullable(),
      counts: z.object({ waiting: z.int(), registered: z.int() }),
    }),
    errors: [],
  }),
  verify: action({
    access: host('document'),
    input: z.strictObject(onRegistration),
    output: Application,
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
  refuse: action({
    access: host('document'),
    input: z.strictObject({ ...onRegistration, reason: why }),
    output: Application,
    errors: ['WRONG_STATE'],
  }),
  /** e.g. the member has moved, or the branch says so. */
  end: action({
    access: host('document'),
    input: z.strictObject({ ...onRegistration, reason: why }),
    output: Application,
    errors: ['WRONG_STATE'],
  }),
  staffActivities: action({
    access: host('input.communityId'),
    input: z.strictObject({ communityId: CommunityId, month: Month.optional() }),
    output: z.object({ month: Month, partyDay: Day, activities: z.array(StaffActivity).max(max.listed) }),
    errors: [],
  }),
  publish: action({
    access: host('input.communityId'),
    input: z.strictObject({ ...request, communityId: CommunityId, ...details }),
    output: StaffActivity,
    errors: ['DATES_OUT_OF_ORDER', 'TOO_MANY_ACTIVITIES'],
  }),
  edit: action({
    access: host('document'),
    input: z.strictObject({ ...onActivity, version, ...details }),
    output: StaffActivity,
    errors: ['DATES_OUT_OF_ORDER', 'CHANGED_MEANWHILE', 'SEATS_TAKEN', 'CALLED_OFF'],
  }),
  callOff: action({
    access: host('document'),
    input: z.strictObject({ ...onActivity, reason: why }),
    output: StaffActivity,
    errors: ['CALLED_OFF', 'ACTIVITY_OVER'],
  }),
  /** The screen at the door: the count, the list, and the rotating codes to come in and to go out. */
  host: action({
    access: host('document'),
    input: z.strictObject({ activityId: ActivityId }),
    output: z.object({
      activity: StaffActivity,
      /** How many stand in each state: expected, there, gone again. */
      counts: z.object({ joined: z.int(), in: z.int(), done: z.int() }),
      people: z.array(Participant).max(max.people),
      /** null outside the time of checking in. */
      inSteps: z.array(QrStep).max(max.stepsAhead).nullable(),
      /** null outside the time of checking out. */
      outSteps: z.array(QrStep).max(max.stepsAhead).nullable(),
      now: Instant,
    }),
    errors: [],
  }),
  /** Checks somebody in by hand who joined and whose phone does not work. Not oneself. */
  attend: action({
    access: host('document'),
    input: z.strictObject({ ...onParticipation, reason: why }),
    output: Participant,
    errors: ['WRONG_STATE', 'NOT_ONESELF', 'NOT_CHECK_IN_TIME', 'CALLED_OFF'],
  }),
  /** Settles or corrects the minutes, with the reason; points follow by a further entry. Not one's own. */
  correct: action({
    access: host('document'),
    input: z.strictObject({ ...onParticipation, minutes: z.int().min(0).max(max.maxMinutes), reason: why }),
    output: Participant,
    errors: ['WRONG_STATE', 'NOT_ONESELF', 'POINTS_SPENT', 'NOT_CHECK_IN_TIME'],
  }),
}
