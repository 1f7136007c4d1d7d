import { z } from 'zod'
import { anyone, member, memberAtDesk } from './access'
import { action } from './action'
import { DeskId, DeskToken, Instant, RequestId } from './fields'
import { limits } from './limits'

/** A browser and its system, as its page makes them out: a choice, so that nobody can write words on a phone. */
const browser = z.enum(['chrome', 'edge', 'firefox', 'safari', 'wechat', 'qq', '360', 'other'])
const system = z.enum(['windows', 'mac', 'linux', 'phone', 'other'])

/** What opens the ticket of a desk; only the browser that opened it has it. */
const DeskSecret = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** Where a desk stands; see desk/states.ts. */
export const DeskState = z.enum(['open', 'scanned', 'in_force', 'declined', 'ended', 'lapsed'])

/** Shown on the web page and on the phone, for the person to compare. */
const DeskNumber = z.string().regex(/^[1-9]\d$/)

const onDesk = { requestId: RequestId, deskId: DeskId }

export const desk = {
  /** A new QR for a web page. Not an effect of anybody: a repeat opens another, and nobody is signed in by it. */
  open: action({
    access: anyone(),
    input: z.strictObject({ browser, system }),
    output: z.object({
      deskId: DeskId,
      secret: DeskSecret,
      /** What the QR holds; nothing of the secret. */
      link: z.string(),
      number: DeskNumber,
      now: Instant,
      expiresAt: Instant,
    }),
    errors: [],
  }),
  /** What became of my QR; once it was confirmed, the ticket to sign in with. One round trip. */
  look: action({
    access: anyone(),
    input: z.strictObject({ deskId: DeskId, secret: DeskSecret }),
    output: z.object({
      /** `over`: too late, or used. */
      state: z.enum(['open', 'scanned', 'confirmed', 'declined', 'over']),
      ticket: z.string().nullable(),
    }),
    errors: [],
  }),
  /** What a QR asks for. Whoever has a duty and is first binds it; a repeat by the same person is the same answer. */
  scan: action({
    access: member(),
    input: z.strictObject({ token: DeskToken }),
    output: z.object({
      deskId: DeskId,
      number: DeskNumber,
      browser,
      system,
      openedAt: Instant,
      expiresAt: Instant,
    }),
    errors: ['DESK_EXPIRED', 'DESK_USED', 'DESK_STAFF_ONLY'],
  }),
  /** It is me: the browser may act as I do, for `limits.desk.hours`. Of too many desks the oldest ends. */
  confirm: action({
    access: member(),
    input: z.strictObject(onDesk),
    output: z.object({ until: Instant }),
    errors: ['DESK_EXPIRED', 'DESK_STAFF_ONLY', 'WRONG_STATE'],
  }),
  decline: action({
    access: member(),
    input: z.strictObject(onDesk),
    output: z.object({}),
    errors: ['WRONG_STATE'],
  }),
  /** My desks in force. */
  mine: action({
    access: memberAtDesk(),
    input: z.strictObject({}),
    output: z.object({
      desks: z
        .array(
          z.object({
            id: DeskId,
            browser,
            system,
            since: Instant,
            until: Instant,
            /** The one that asks. */
            here: z.boolean(),
          }),
        )
        .max(limits.desk.perPerson),
    }),
    errors: [],
  }),
  /** Ends a desk of mine, from its very next call on. */
  end: action({
    access: memberAtDesk(),
    input: z.strictObject({
      requestId: RequestId,
      /** null: the one that asks. */
      deskId: DeskId.nullable(),
    }),
    output: z.object({}),
    errors: [],
  }),
}
