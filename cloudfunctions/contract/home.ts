import { z } from 'zod'
import { anyone, roles, staff } from './access'
import { action } from './action'
import { CaseBrief } from './affairs'
import { Community } from './community'
import { ActivityId, CommunityId, Day, Instant, MeetingId, RedemptionId } from './fields'
import { limits } from './limits'
import { MeetingBrief } from './meetings'
import { NoticeBrief } from './notices'
import { Item, LedgerFigures } from './points'

const { home: max } = limits

/** The topic of a meeting that most people want to talk about. */
export const TopTopic = z.object({ text: z.string(), supporters: z.int().min(0) })

/** An activity of 双报到 to come, as far as 首页 shows it. */
export const NextActivity = z.object({
  id: ActivityId,
  title: z.string(),
  startsAt: Instant,
  venue: z.string(),
})

/** The queue of today on 工作: the first cases, each with what the viewer may do to it at once. */
const WorkCase = CaseBrief.extend({
  communityId: CommunityId,
  handlerName: z.string().nullable(),
  /** A link that works for some minutes; null without a photo. */
  photoUrl: z.string().nullable(),
  may: z.array(z.enum(['accept', 'answer'])),
  version: z.int().min(1),
})

export const home = {
  /**
   * The first screen in one call. Without a log-in: the community asked for, or the first one. What comes from the
   * community's board can be a minute old; what is one's own is not.
   */
  show: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId.optional() }),
    output: z.object({
      community: Community,
      resident: z
        .object({
          building: z.string(),
          unit: z.string(),
          available: z.int(),
          nextExpiry: z.object({ points: z.int(), expiresOn: Day }).nullable(),
          /** What waits to be picked up, the most urgent first. */
          toPickUp: z
            .array(
              z.object({
                id: RedemptionId,
                itemName: z.string(),
                quantity: z.int(),
                pickupPlace: z.string(),
                pickUpBefore: Instant,
              }),
            )
            .max(max.toPickUp),
          toPickUpCount: z.int().min(0).max(50),
        })
        .nullable(),
      /** The next meeting that the viewer is meant by, or has signed up for. */
      nextMeeting: MeetingBrief.extend({
        topTopic: TopTopic.nullable(),
        /** Whether one tap would sign the viewer up now, for a seat or for the waitlist. */
        maySignUp: z.boolean(),
      }).nullable(),
      /** What the viewer reported and is not closed, the most urgent first; null for a guest. */
      myCases: z
        .object({
          cases: z.array(CaseBrief.extend({ awaitsRating: z.boolean() })).max(max.cases),
          /** At most `limits.case.counted`. */
          count: z.int().min(0),
        })
        .nullable(),
      notices: z.array(NoticeBrief).max(max.notices),
      /** For one who is registered with the community (双报到), and for nobody else. */
      nextActivity: NextActivity.nullable(),
      /** Messages that wait to be read, at most `limits.inbox.counted`; null for a guest. */
      unread: z.int().min(0).nullable(),
      /** A few items to look at, with what is left. */
      items: z.array(Item).max(max.items),
    }),
    errors: [],
  }),
  /** 工作 in one call: what presses in the community, or for the street's staff in all of theirs. */
  work: action({
    access: staff(roles, 'input.communityId'),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({
      /** null for one who works on no cases. */
      queue: z
        .object({
          /** Overdue first, then what is due soonest. */
          cases: z.array(WorkCase).max(max.queue),
          /** Bounded counts; `limits.case.counted` means that many or more. */
          counts: z.object({ new: z.int(), dueToday: z.int(), overdue: z.int() }),
          /** Of which communities. */
          communities: z.array(Community.pick({ id: true, name: true })).max(200),
        })
        .nullable(),
      /** null for one who does not manage goods. */
      goods: z
        .object({
          waiting: z.int().min(0),
          takeable: z.int().min(0),
          gone: z.int().min(0),
          items: z.int().min(0),
        })
        .nullable(),
      ledgers: z
        .array(
          z.object({
            community: Community.pick({ id: true, name: true }),
            frozen: z.boolean(),
            lastProof: LedgerFigures.extend({ at: Instant }).nullable(),
          }),
        )
        .max(200),
      /** Meetings of today that are not over; null for one who runs none. */
      meetingsToday: z
        .array(
          z.object({
            id: MeetingId,
            title: z.string(),
            venue: z.string(),
            startsAt: Instant,
            endsAt: Instant,
            seatsTaken: z.int().min(0),
            capacity: z.int(),
          }),
        )
        .max(max.meetingsToday)
        .nullable(),
      /** Applications for a registration (双报到) that wait to be verified; null where that is nobody's to do. */
      waitingApplications: z.int().min(0).nullable(),
      /** Claims to live here that wait to be verified, at most `limits.residency.counted`; null likewise. */
      waitingResidents: z.int().min(0).nullable(),
      /** Duties (任职) that wait for the viewer's approval or confirmation; null for one who gives none. */
      dutiesToDecide: z.int().min(0).nullable(),
      /**
       * What was held and waits for a person (内容审核), bounded; for the street's staff in all of their communities.
       * null where that is nobody's to do.
       */
      waitingReviews: z.int().min(0).nullable(),
    }),
    errors: [],
  }),
}
