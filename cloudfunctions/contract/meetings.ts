import { z } from 'zod'
import { anyone, member, resident, staff } from './access'
import { action } from './action'
import { CaseOutcome, CaseState } from './affairs'
import { CommunityId, Day, Instant, line, MeetingId, paragraph, RequestId, SignUpId, TopicId } from './fields'
import { limits } from './limits'
import { QrStep, QrText } from './qr'
import { Held } from './safety'

const { meeting: max } = limits
const host = (scope: 'input.communityId' | 'document') => staff(['community_worker'], scope)

/** What kind of meeting it is; one engine runs them all. */
export const MeetingTemplate = z.enum(['open_day', 'council', 'on_site', 'neighbour_talk'])

export const MeetingState = z.enum(['open', 'called_off'])

/** Where a sign-up stands; see meetings/states.ts. */
export const SignUpState = z.enum(['seated', 'waiting', 'offered', 'lapsed', 'cancelled', 'attended'])

/** What can happen to a sign-up; the rows of its timeline. */
export const SignUpEvent = z.enum([
  'signUp',
  'wait',
  'offer',
  'accept',
  'lapse',
  'cancel',
  'checkIn',
  'walkIn',
  'undo',
  'callOff',
])

/** Who may come: everybody of the community, or of one compound's buildings. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('community') }),
  z.strictObject({
    kind: z.literal('compound'),
    name: line(max.compoundLength),
    buildings: z.array(line(max.buildingLength)).min(1).max(max.buildings),
  }),
])

/** Whether somebody could sign up now: for a seat, for the waitlist, or why not. */
export const SignUpGate = z.enum(['seat', 'waitlist', 'full', 'not_yet', 'closed', 'called_off'])

/** One's own sign-up. */
export const MySignUp = z.object({
  id: SignUpId,
  state: SignUpState,
  /** One's place among those who wait now, 1 first; null unless waiting. */
  position: z.int().min(1).nullable(),
  /** Until when an offered seat is kept; null unless offered. */
  offerUntil: Instant.nullable(),
  timeline: z
    .array(
      z.object({
        event: SignUpEvent,
        at: Instant,
        note: z.string(),
        /** 社区工作者陈** 代办, where somebody did it in my stead; else null. */
        by: z.string().nullable(),
      }),
    )
    .max(max.timelineRows),
})

/** A meeting in a list. */
export const MeetingBrief = z.object({
  id: MeetingId,
  communityId: CommunityId,
  template: MeetingTemplate,
  title: z.string(),
  venue: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: MeetingState,
  capacity: z.int(),
  seatsLeft: z.int(),
  signUpFrom: Instant,
  signUpUntil: Instant,
  audience: Audience,
  gate: SignUpGate,
  /** The caller's own state; null without a log-in or a sign-up. */
  mine: SignUpState.nullable(),
})

/** Something that residents want to talk about. */
export const Topic = z.object({
  id: TopicId,
  text: z.string(),
  supporters: z.int().min(0),
  onAgenda: z.boolean(),
  /** Whether the caller supports it. */
  supported: z.boolean(),
  /** Whether the caller proposed it. */
  mine: z.boolean(),
  /** Set for its proposer and for staff while others do not see it. */
  held: Held.nullable(),
})

/** What was agreed to be done: a case whose state is shown. */
export const ActionItem = z.object({
  text: z.string(),
  dueOn: Day.nullable(),
  /** Who does it, in words. */
  owner: z.string(),
  /** null until the minutes are published. */
  state: CaseState.nullable(),
  outcome: CaseOutcome.nullable(),
})

export const Minutes = z.object({
  text: z.string(),
  decisions: z.array(z.string()).max(max.decisions),
  actions: z.array(ActionItem).max(max.actions),
  publishedAt: Instant.nullable(),
  version: z.int().min(1),
})

/** One meeting with all that belongs to it. */
export const Meeting = MeetingBrief.extend({
  note: z.string(),
  householdLimit: z.int().nullable(),
  waiting: z.int().min(0),
  waitlistLimit: z.int(),
  /** Why it was called off; empty otherwise. */
  calledOffBecause: z.string(),
  topics: z.array(Topic).max(max.topics),
  /** Published minutes. */
  minutes: Minutes.nullable(),
  /** What the previous meeting of the series agreed on, with its state today. */
  previous: z
    .object({ id: MeetingId, startsAt: Instant, actions: z.array(ActionItem).max(max.actions) })
    .nullable(),
  signUp: MySignUp.nullable(),
  may: z.array(z.enum(['signUp', 'cancel', 'accept', 'showCode', 'proposeTopic', 'supportTopic'])),
})

/** A meeting as its staff see it. */
export const StaffMeeting = MeetingBrief.extend({
  note: z.string(),
  householdLimit: z.int().nullable(),
  waitlistLimit: z.int(),
  seatsTaken: z.int(),
  calledOffBecause: z.string(),
  seriesId: MeetingId.nullable(),
  version: z.int().min(1),
})

/** Somebody on the host's list. */
export const Attendee = z.object({
  id: SignUpId,
  /** Masked for members; a guest is called as staff wrote. */
  name: z.string(),
  /** e.g. 7 号楼 2 单元; empty for a guest. */
  place: z.string(),
  isGuest: z.boolean(),
  state: SignUpState,
  since: Instant,
})

const details = {
  title: line(max.titleLength),
  venue: line(max.venueLength),
  note: paragraph(max.noteLength),
  startsAt: Instant,
  endsAt: Instant,
  signUpFrom: Instant,
  signUpUntil: Instant,
  capacity: z.int().min(1).max(max.maxCapacity),
  /** At most twice the capacity. */
  waitlistLimit: z
    .int()
    .min(0)
    .max(max.maxCapacity * 2),
}
const onMeeting = { requestId: RequestId, meetingId: MeetingId }
const onSignUp = { requestId: RequestId, signUpId: SignUpId }
const why = line(max.reasonLength)
const version = z.int().min(1).max(1_000_000)
const gateCodes = ['SIGN_UP_NOT_YET', 'SIGN_UP_CLOSED', 'CALLED_OFF', 'FULL'] as const
const codeCodes = ['CHECK_IN_CODE_WRONG', 'CHECK_IN_CODE_OUTDATED'] as const
const attendCodes = ['NOT_CHECK_IN_TIME', 'NOT_SIGNED_UP', 'ALREADY_CHECKED_IN', 'CALLED_OFF'] as const
const dateCodes = ['DATES_OUT_OF_ORDER', 'CHANGED_MEANWHILE'] as const

export const meetings = {
  /** Meetings of a community: those to come, soonest first, or those of the past, latest first. */
  upcoming: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId, past: z.boolean().optional() }),
    output: z.object({ meetings: z.array(MeetingBrief).max(max.listed) }),
    errors: [],
  }),
  meeting: action({
    access: anyone(),
    input: z.strictObject({ meetingId: MeetingId }),
    output: Meeting,
    errors: [],
  }),
  /** A seat, or with none left a place on the waitlist. */
  signUp: action({
    access: resident(),
    input: z.strictObject(onMeeting),
    output: MySignUp,
    errors: [...gateCodes, 'NOT_FOR_YOU', 'HOUSEHOLD_FULL', 'ALREADY_SIGNED_UP'],
  }),
  /** Before the meeting begins, also by somebody who has moved away since. */
  cancelSignUp: action({
    access: member(),
    input: z.strictObject(onSignUp),
    output: MySignUp,
    errors: ['WRONG_STATE', 'MEETING_BEGUN'],
  }),
  /** Takes the seat that was offered to one who waited, also to somebody who has moved away since. */
  acceptOffer: action({
    access: member(),
    input: z.strictObject(onSignUp),
    output: MySignUp,
    errors: ['WRONG_STATE', 'OFFER_LAPSED'],
  }),
  proposeTopic: action({
    access: resident(),
    input: z.strictObject({
      ...onMeeting,
      text: line(max.topicLength),
      /** One's own refused topic that this one mends; it goes. */
      instead: TopicId.optional(),
    }),
    output: z.object({ topics: z.array(Topic).max(max.topics) }),
    errors: ['TOO_MANY_TOPICS', 'TOPICS_CLOSED', 'CONTENT_REFUSED'],
  }),
  /** One per person and topic, which can be taken back. */
  supportTopic: action({
    access: resident(),
    input: z.strictObject({ ...onMeeting, topicId: TopicId, support: z.boolean() }),
    output: z.object({ topics: z.array(Topic).max(max.topics) }),
    errors: ['TOPICS_CLOSED'],
  }),
  /** The rotating code that one shows at the door: of the sign-up, or without one a resident's as a walk-in. */
  myCode: action({
    access: member(),
    input: z.strictObject({ meetingId: MeetingId }),
    output: z.object({ steps: z.array(QrStep).max(max.stepsAhead), now: Instant }),
    errors: [],
  }),
  /** Scans the host's QR; whoever has moved away does with the sign-up from before. */
  checkIn: action({
    access: member(),
    input: z.strictObject({ requestId: RequestId, code: QrText }),
    output: z.object({ meetingId: MeetingId, title: z.string(), signUp: MySignUp }),
    errors: [...codeCodes, ...attendCodes],
  }),
  /** A calendar file (RFC 5545) for the phone's own calendar, with a reminder one day before. */
  calendar: action({
    access: anyone(),
    input: z.strictObject({
      meetingId: MeetingId,
      /** The page that the entry leads back to. */
      pageUrl: z
        .url({ protocol: /^https?$/ })
        .max(300)
        .optional(),
    }),
    output: z.object({ fileName: z.string(), contentType: z.literal('text/calendar'), text: z.string() }),
    errors: ['CALLED_OFF'],
  }),
  /** Meetings as staff see them. */
  staffMeetings: action({
    access: host('input.communityId'),
    input: z.strictObject({ communityId: CommunityId, past: z.boolean().optional() }),
    output: z.object({ meetings: z.array(StaffMeeting).max(max.listed) }),
    errors: [],
  }),
  publish: action({
    access: host('input.communityId'),
    input: z.strictObject({
      requestId: RequestId,
      communityId: CommunityId,
      template: MeetingTemplate,
      ...details,
      audience: Audience,
      /** Seats for one household; null without a limit. */
      householdLimit: z.int().min(1).max(max.perHousehold).nullable(),
      /** Topics on the agenda from the start. */
      agenda: z.array(line(max.topicLength)).max(max.agenda),
      /** How many monthly meetings, this one included; 1: no series. */
      months: z.int().min(1).max(max.seriesMonths),
    }),
    output: z.object({ meetings: z.array(StaffMeeting).max(max.seriesMonths) }),
    errors: ['DATES_OUT_OF_ORDER'],
  }),
  /** Changes one meeting; its capacity never below the seats taken. */
  edit: action({
    access: host('document'),
    input: z.strictObject({ ...onMeeting, version, ...details }),
    output: StaffMeeting,
    errors: [...dateCodes, 'SEATS_TAKEN', 'CALLED_OFF'],
  }),
  callOff: action({
    access: host('document'),
    input: z.strictObject({ ...onMeeting, reason: why }),
    output: StaffMeeting,
    errors: ['CALLED_OFF', 'MEETING_OVER'],
  }),
  /** Puts one of the proposed topics on the agenda, or takes it off; the others stay as they are. */
  setAgenda: action({
    access: host('document'),
    input: z.strictObject({ ...onMeeting, topicId: TopicId, on: z.boolean() }),
    output: z.object({ topics: z.array(Topic).max(max.topics) }),
    errors: ['CONTENT_HELD'],
  }),
  /** What the host's screen shows: the count, the list, and the QR with its next steps for minutes off-line. */
  host: action({
    access: host('document'),
    input: z.strictObject({ meetingId: MeetingId }),
    output: z.object({
      meeting: StaffMeeting,
      topics: z.array(Topic).max(max.topics),
      counts: z.object({ signedUp: z.int(), waiting: z.int(), checkedIn: z.int() }),
      people: z.array(Attendee).max(max.people),
      /** null outside the time of checking in. */
      steps: z.array(QrStep).max(max.stepsAhead).nullable(),
      now: Instant,
    }),
    errors: [],
  }),
  /** Checks somebody in by hand: one who signed up or waits, or a guest who walked in. */
  attend: action({
    access: host('document'),
    input: z.strictObject({
      ...onMeeting,
      who: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('signUp'), signUpId: SignUpId }),
        z.strictObject({ kind: z.literal('guest'), name: line(max.guestLength) }),
      ]),
      reason: why,
    }),
    output: Attendee,
    errors: [...attendCodes, 'FULL'],
  }),
  /** Checks a member in by the member's own code; one who did not sign up walks in if a seat is left. */
  scanMember: action({
    access: host('document'),
    input: z.strictObject({ ...onMeeting, code: QrText }),
    output: Attendee,
    errors: [...codeCodes, ...attendCodes, 'FULL', 'NOT_FOR_YOU'],
  }),
  /** Takes a check-in back that was a mistake. */
  undoAttend: action({
    access: host('document'),
    input: z.strictObject({ ...onSignUp, reason: why }),
    output: Attendee,
    errors: ['WRONG_STATE'],
  }),
  /** Frees the seat of one who did not come, for somebody at the door. */
  freeSeat: action({
    access: host('document'),
    input: z.strictObject({ ...onSignUp, reason: why }),
    output: Attendee,
    errors: ['WRONG_STATE'],
  }),
  /** Drafts or corrects the minutes. An action item that became a case stays as it was published. */
  writeMinutes: action({
    access: host('document'),
    input: z.strictObject({
      ...onMeeting,
      /** The version that was seen; 0 for the first draft. */
      seen: z.int().min(0).max(1_000_000),
      text: paragraph(max.minutesLength),
      decisions: z.array(line(max.decisionLength)).max(max.decisions),
      actions: z
        .array(
          z.strictObject({
            text: line(max.actionLength),
            dueOn: Day.nullable(),
            owner: line(max.ownerLength),
          }),
        )
        .max(max.actions),
    }),
    output: Minutes,
    errors: ['CHANGED_MEANWHILE', 'MEETING_NOT_OVER', 'ACTIONS_FIXED'],
  }),
  /** The minutes as staff see them: also a draft; null before the first. */
  minutes: action({
    access: host('document'),
    input: z.strictObject({ meetingId: MeetingId }),
    output: z.object({ minutes: Minutes.nullable() }),
    errors: [],
  }),
  /** Shows the minutes to everybody; each action item becomes a case. */
  publishMinutes: action({
    access: host('document'),
    input: z.strictObject({ ...onMeeting, version }),
    output: Minutes,
    errors: ['CHANGED_MEANWHILE'],
  }),
}
