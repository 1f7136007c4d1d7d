import { z } from 'zod'
import { anyone, member, memberAtDesk, staff } from './access'
import { action } from './action'
import {
  BoxCode,
  CaseId,
  CommunityId,
  Cursor,
  Day,
  GridLayer,
  Instant,
  line,
  MaskedName,
  MemberId,
  paragraph,
  PhotoBase64,
  PhotoId,
  RequestId,
} from './fields'
import { limits } from './limits'
import { Held } from './safety'

/** Who works on cases: all of them at the community's level, the sub-district's staff after an escalation. */
const caseStaff = ['community_worker', 'street_staff'] as const
/** Those that a case can be dispatched to, and may answer or send back what was. */
const handlers = ['community_worker', 'grid_worker', 'property_staff', 'street_staff'] as const

/** 建言 from a suggestion box, 随手拍 from the street. */
export const CaseKind = z.enum(['suggestion', 'report'])

/** What a case is about; each has its own deadline (affairs/rules.ts). */
export const CaseCategory = z.enum([
  'sanitation',
  'facilities',
  'parking',
  'noise',
  'safety',
  'property',
  'services',
  'other',
])

/** How the reporter wants to be seen by staff: full name, family name, or not at all. Others never see a name. */
export const CaseIdentity = z.enum(['named', 'masked', 'anonymous'])

/** submitted → accepted → dispatched → answered → closed; see affairs/states.ts. */
export const CaseState = z.enum(['submitted', 'accepted', 'dispatched', 'answered', 'closed'])

/** What happened to a case; the rows of its timeline. */
export const CaseEvent = z.enum([
  'submit',
  'accept',
  'dispatch',
  'sendBack',
  'escalate',
  'answer',
  'refuse',
  'rate',
  'reopen',
  'withdraw',
  'lapse',
])

/** How a case ended: 办结 is none of them; null while nothing was answered. */
export const CaseOutcome = z.enum(['solved', 'partly', 'refused', 'withdrawn'])

/** Who is to act: the community, or after an escalation the sub-district. */
export const CaseLevel = z.enum(['community', 'street'])

/** Where in the community: a compound and a building of the picker, and words for the rest. */
export const CasePlace = z.object({
  compound: z.string(),
  /** null where it is not at a building. */
  building: z.string().nullable(),
  note: z.string(),
})

/** A row of the timeline, in words that everybody who may see the case may read. */
export const TimelineRow = z.object({
  event: CaseEvent,
  at: Instant,
  /** e.g. 社区、网格员、您; never a resident's name. */
  by: z.string(),
  /** The reply, the reason or the comment; empty where there is none. */
  text: z.string(),
  photoUrls: z.array(z.string()).max(limits.case.photos),
})

/** A case in a list. */
export const CaseBrief = z.object({
  id: CaseId,
  /** The receipt number, e.g. `261121-48213`. */
  number: z.string(),
  kind: CaseKind,
  category: CaseCategory,
  /** The first words of the text. */
  title: z.string(),
  place: CasePlace,
  state: CaseState,
  outcome: CaseOutcome.nullable(),
  level: CaseLevel,
  submittedAt: Instant,
  /** The last day to be accepted, then to be answered, on the Chinese working calendar; null once answered. */
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  reopenings: z.int().min(0),
})

const caseFields = {
  text: z.string(),
  photoUrls: z.array(z.string()).max(limits.case.photos),
  /** Of each of them: how it is held; null where all who work on the case see it. */
  photosHeld: z.array(Held.nullable()).max(limits.case.photos),
  timeline: z.array(TimelineRow).max(limits.case.timelineRows),
  rating: z.object({ satisfied: z.boolean(), comment: z.string() }).nullable(),
}

/** A case as its reporter sees it. */
export const OwnCase = CaseBrief.extend({
  ...caseFields,
  identity: CaseIdentity,
  /** What the reporter may do now. */
  may: z.array(z.enum(['rate', 'reopen', 'withdraw'])),
})

/** A case as those who work on it see it. */
export const StaffCase = CaseBrief.extend({
  ...caseFields,
  communityId: CommunityId,
  identity: CaseIdentity,
  /** In full only if the reporter chose so; null if anonymous. */
  reporterName: z.string().nullable(),
  /** Where the reporter lives, without the room; null if anonymous. */
  reporterPlace: z.string().nullable(),
  /** The grid that its building was in on the day of the report, of the layer that the category picks. */
  grid: z.object({ layer: GridLayer, name: z.string() }).nullable(),
  handler: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** When each photo was taken, as the phone said; null where it did not. */
  photosTakenAt: z.array(Instant.nullable()).max(limits.case.photos),
  /** Photos that the viewer does not see because they are held. */
  photosHidden: z.int().min(0).max(limits.case.photos),
  notes: z.array(z.object({ at: Instant, by: z.string(), text: z.string() })).max(limits.case.notes),
  /** `held`: set while nobody else reads it; null otherwise. */
  published: z.object({ question: z.string(), answer: z.string(), held: Held.nullable() }).nullable(),
  /** What the viewer may do now; `publish`: let everybody read the answer, which only staff of the level may. */
  may: z.array(z.enum(['accept', 'dispatch', 'sendBack', 'escalate', 'answer', 'refuse', 'note', 'publish'])),
  /** Goes up with each change; a change names the version that it saw. */
  version: z.int().min(1),
})

const request = { requestId: RequestId, caseId: CaseId }
const changing = { ...request, version: z.int().min(1).max(1_000_000) }
const photoIds = z.array(PhotoId).max(limits.case.photos)
const pageOf = { before: Cursor.optional() }
const nextBefore = Cursor.nullable()
const PublicWords = z.strictObject({
  question: line(limits.case.publicLength),
  answer: paragraph(limits.case.replyLength).refine((text) => text.trim().length >= 4),
})
const moved = ['CHANGED_MEANWHILE', 'WRONG_STATE'] as const

export const affairs = {
  /** What the form needs: the compounds with their buildings, of a community or behind a suggestion box's QR. */
  form: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId.optional(), box: BoxCode.optional() }),
    output: z.object({
      communityId: CommunityId,
      communityName: z.string(),
      compounds: z
        .array(z.object({ name: z.string(), box: BoxCode, buildings: z.array(z.string()).max(200) }))
        .max(60),
      /** The compound of the box that was asked for. */
      compound: z.string().nullable(),
      /** Working days until acceptance and, by category, until the answer. */
      acceptWithinDays: z.int(),
      answerWithinDays: z.record(CaseCategory, z.int()),
      /** A suggestion has this one, whatever its category. */
      suggestionAnswerWithinDays: z.int(),
    }),
    errors: [],
  }),
  /** Takes one photo, checked by its bytes and without what the camera wrote into it. */
  uploadPhoto: action({
    access: memberAtDesk(),
    input: z.strictObject({ requestId: RequestId, photo: PhotoBase64 }),
    output: z.object({ photoId: PhotoId, photoUrl: z.string() }),
    errors: ['PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE'],
    cost: 3,
  }),
  submit: action({
    access: member(),
    input: z.strictObject({
      requestId: RequestId,
      communityId: CommunityId,
      kind: CaseKind,
      category: CaseCategory,
      identity: CaseIdentity,
      text: paragraph(limits.case.textLength).refine((text) => text.trim().length >= 4),
      place: z.strictObject({
        compound: line(limits.case.compoundLength),
        building: line(limits.case.buildingLength).nullable(),
        note: paragraph(limits.case.placeNoteLength),
      }),
      photos: z
        .array(z.strictObject({ photoId: PhotoId, takenAt: Instant.nullable() }))
        .max(limits.case.photos),
    }),
    output: OwnCase,
    errors: ['TOO_MANY_CASES'],
  }),
  /** My cases, newest first. */
  mine: action({
    access: member(),
    input: z.strictObject(pageOf),
    output: z.object({ cases: z.array(CaseBrief).max(limits.pageSize), nextBefore }),
    errors: [],
  }),
  /** One of my cases. */
  mineShown: action({
    access: member(),
    input: z.strictObject({ caseId: CaseId }),
    output: OwnCase,
    errors: [],
  }),
  /** One tap. Satisfied closes the case; not satisfied leaves it answered, so that it can be reopened. */
  rate: action({
    access: member(),
    input: z.strictObject({
      ...request,
      satisfied: z.boolean(),
      comment: paragraph(limits.case.commentLength),
    }),
    output: OwnCase,
    /** NOT_ONESELF: whoever acts for the reporter (代办) has handled the case. */
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
  reopen: action({
    access: member(),
    input: z.strictObject({ ...request, comment: line(limits.case.commentLength) }),
    output: OwnCase,
    errors: ['WRONG_STATE', 'REOPENED_TOO_OFTEN'],
  }),
  withdraw: action({
    access: member(),
    input: z.strictObject(request),
    output: OwnCase,
    errors: ['WRONG_STATE'],
  }),
  /** Answered suggestions that staff made public, newest first. */
  answered: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId, ...pageOf }),
    output: z.object({
      cases: z
        .array(
          z.object({
            id: CaseId,
            category: CaseCategory,
            /** A compound, never a building. */
            compound: z.string(),
            question: z.string(),
            answer: z.string(),
            outcome: CaseOutcome,
            answeredOn: Day,
            /** Masked; null unless it is a suggestion whose reporter gave the full name. */
            reporterName: MaskedName.nullable(),
          }),
        )
        .max(limits.pageSize),
      nextBefore,
    }),
    errors: [],
  }),
  /** The queue of today: overdue first, then what is due soonest. Handlers see what was dispatched to them. */
  queue: action({
    access: staff(handlers, 'input.communityId'),
    input: z.strictObject({
      communityId: CommunityId,
      view: z.enum(['todo', 'mine', 'waiting', 'done']),
      ...pageOf,
    }),
    output: z.object({
      cases: z.array(CaseBrief.extend({ handlerName: z.string().nullable() })).max(limits.pageSize),
      nextBefore,
      /** Bounded counts; `limits.case.counted` means that many or more. */
      counts: z.object({ new: z.int(), dueToday: z.int(), overdue: z.int() }),
    }),
    errors: [],
  }),
  show: action({
    access: staff(handlers, 'document'),
    input: z.strictObject({ caseId: CaseId }),
    output: StaffCase,
    errors: [],
  }),
  /** Who a case of the community can be dispatched to. */
  handlers: action({
    access: staff(caseStaff, 'input.communityId'),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({
      handlers: z
        .array(z.object({ id: MemberId, name: z.string(), role: z.enum(handlers) }))
        .max(limits.case.handlers),
    }),
    errors: [],
  }),
  accept: action({
    access: staff(caseStaff, 'document'),
    input: z.strictObject(changing),
    output: StaffCase,
    errors: moved,
  }),
  dispatch: action({
    access: staff(caseStaff, 'document'),
    input: z.strictObject({ ...changing, handlerId: MemberId, note: paragraph(limits.case.noteLength) }),
    output: StaffCase,
    errors: [...moved, 'HANDLER_UNKNOWN'],
  }),
  /** The handler's own: gives a dispatched case back, with the reason. */
  sendBack: action({
    access: staff(handlers, 'document'),
    input: z.strictObject({ ...changing, reason: line(limits.case.reasonLength) }),
    output: StaffCase,
    errors: moved,
  }),
  /** To the community's superior. */
  escalate: action({
    access: staff(['community_worker'], 'document'),
    input: z.strictObject({ ...changing, reason: line(limits.case.reasonLength) }),
    output: StaffCase,
    errors: moved,
  }),
  answer: action({
    access: staff(handlers, 'document'),
    input: z.strictObject({
      ...changing,
      outcome: z.enum(['solved', 'partly']),
      text: paragraph(limits.case.replyLength).refine((text) => text.trim().length >= 4),
      photoIds,
      /** What everybody may read: edited by staff, so that nobody is recognised by it. */
      publish: PublicWords.nullable(),
    }),
    output: StaffCase,
    errors: [...moved, 'CONTENT_REFUSED'],
  }),
  /** Other words in place of a public answer that was refused; the reporter's own reply stays as it is. */
  mendPublic: action({
    access: staff(caseStaff, 'document'),
    input: z.strictObject({ ...changing, publish: PublicWords }),
    output: StaffCase,
    errors: [...moved, 'CONTENT_REFUSED'],
  }),
  /** 不属职责 or 无法办理: the reason is part of the reply. */
  refuse: action({
    access: staff(caseStaff, 'document'),
    input: z.strictObject({ ...changing, reason: line(limits.case.replyLength) }),
    output: StaffCase,
    errors: moved,
  }),
  /** Seen by staff alone. */
  note: action({
    access: staff(handlers, 'document'),
    input: z.strictObject({ ...request, text: line(limits.case.noteLength) }),
    output: StaffCase,
    errors: ['TOO_MANY_NOTES'],
  }),
}
