import { z } from 'zod'
import { push, timer } from './access'
import { action } from './action'
import { dutyJobs } from './duties-operator'
import { proxyJobs } from './proxy-jobs'
import { privacyJobs } from './privacy-jobs'

/** Timers and operator commands. Each run is safe to repeat, and says what it did. */
export const jobs = {
  ...dutyJobs,
  ...proxyJobs,
  ...privacyJobs,
  /** Gives back stock that no redemption claims, clears what is settled. */
  sweepReservations: action({
    access: timer(),
    input: z.strictObject({
      /** Milliseconds that a reservation may be without its redemption; at least the function's time-out. */
      graceMs: z.int().min(0).max(86_400_000).optional(),
    }),
    output: z.object({ itemsLooked: z.int(), givenBack: z.int(), settled: z.int() }),
    errors: [],
  }),
  /** Redemptions that nobody picked up in time: points and stock go back. Then points whose last day has passed go. */
  timeOutRedemptions: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ timedOut: z.int(), expired: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Answered cases that were not rated in time are closed. */
  lapseCases: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ closed: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Offers of seats that nobody accepted go to the next; people are told what changed. */
  lapseOffers: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ lapsed: z.int(), offered: z.int(), told: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Gives back seats and places on waitlists that no sign-up claims. */
  sweepSeats: action({
    access: timer(),
    input: z.strictObject({
      /** Milliseconds that a reservation may be without its sign-up; at least the function's time-out. */
      graceMs: z.int().min(0).max(86_400_000).optional(),
    }),
    output: z.object({ meetingsLooked: z.int(), seats: z.int(), places: z.int() }),
    errors: [],
  }),
  /** Puts what everybody of a community sees on 首页 on its board, where that has changed. */
  buildBoards: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ communities: z.int(), written: z.int() }),
    errors: [],
  }),
  /**
   * Activities that are over: whoever has not checked out gets the minimum, and is told. Those who had joined one
   * that was called off or moved are told.
   */
  closeActivities: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ closed: z.int(), told: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Gives back places of activities that no participation claims. */
  sweepPlaces: action({
    access: timer(),
    input: z.strictObject({
      /** Milliseconds that a reservation may be without its participation; at least the function's time-out. */
      graceMs: z.int().min(0).max(86_400_000).optional(),
    }),
    output: z.object({ activitiesLooked: z.int(), places: z.int() }),
    errors: [],
  }),
  /** Desks whose time is over, and QRs that led to nothing; some a run. */
  sweepDesks: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ lapsed: z.int(), removed: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Reminds people of meetings and activities of tomorrow, and of redemptions that end; some a run. */
  remind: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({
      meetings: z.int(),
      activities: z.int(),
      redemptions: z.int(),
      more: z.boolean(),
    }),
    errors: [],
  }),
  /** Sends waiting messages through WeChat to those who agreed; some a run. */
  sendMessages: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({
      sent: z.int(),
      /** Nobody agreed, or it was read meanwhile: it stays in the inbox alone. */
      notSent: z.int(),
      /** WeChat refused; they are tried again later. */
      again: z.int(),
      more: z.boolean(),
    }),
    errors: [],
  }),
  /** Removes photos that no case and no item took within a day, some a run. */
  removeUnusedPhotos: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({
      inUse: z.int(),
      /** Nothing may take them any more; a later run removes them. */
      doomed: z.int(),
      removed: z.int(),
      more: z.boolean(),
    }),
    errors: [],
  }),
  /** Exports that were not asked for again in time: their files and rows go, and what is half made. */
  removeExports: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({ removed: z.int(), more: z.boolean() }),
    errors: [],
  }),
  /** Has WeChat look at new photos, and again at what was held because it was silent; some a run. */
  checkContent: action({
    access: timer(),
    input: z.strictObject({}),
    output: z.object({
      /** Photos that were new. */
      opened: z.int(),
      decided: z.int(),
      /** Asked about, and without an answer yet. */
      waiting: z.int(),
      more: z.boolean(),
    }),
    errors: [],
  }),
  /** WeChat's answer about a photo, by its message push. */
  photoChecked: action({
    access: push(),
    input: z.strictObject({
      traceId: z.string().min(8).max(100),
      verdict: z.enum(['pass', 'review', 'risky', 'down']),
    }),
    output: z.object({ known: z.boolean() }),
    errors: [],
  }),
  /** Proves the ledger, some accounts a call; freezes the communities in which it finds a difference. */
  reconcile: action({
    access: timer(),
    input: z.strictObject({
      /** Start over even if a run is under way. */
      restart: z.boolean().optional(),
    }),
    output: z.object({
      finished: z.boolean(),
      journals: z.int(),
      accounts: z.int(),
      /** The first differences found, each naming its document. */
      differences: z
        .array(z.object({ document: z.string(), problem: z.string(), communityId: z.string() }))
        .max(100),
    }),
    errors: [],
  }),
}
