import { z } from 'zod'
import { member } from './access'
import { action } from './action'
import { Cursor, Instant, MessageId, RequestId } from './fields'
import { limits } from './limits'

/** Where a message leads: a page of the mini program by the kind of thing and its id. */
export const MessageTarget = z.object({
  kind: z.enum([
    'case',
    'staff_case',
    'meeting',
    'host_meeting',
    'registration',
    'activity',
    'points',
    'redemption',
    'work',
    'duties',
    'residency',
    'redemption',
    'proxy',
    'proxy_objections',
    'staff_notice',
  ]),
  id: z.string(),
})

/**
 * What WeChat may also tell of: an answer to a case, news of a meeting, news of a registration or an activity,
 * something to fetch.
 */
export const messageKinds = ['answer', 'meeting', 'party', 'pickup'] as const

export const MessageKind = z.enum(messageKinds)

export const Message = z.object({
  id: MessageId,
  title: z.string(),
  text: z.string(),
  target: MessageTarget,
  at: Instant,
  read: z.boolean(),
})

export const inbox = {
  /** My messages, newest first. */
  messages: action({
    access: member(),
    input: z.strictObject({ before: Cursor.optional() }),
    output: z.object({
      messages: z.array(Message).max(limits.pageSize),
      nextBefore: Cursor.nullable(),
      /** At most `limits.inbox.counted`. */
      unread: z.int().min(0),
    }),
    errors: [],
  }),
  /** Marks one message as read, or with none named all of them. */
  read: action({
    access: member(),
    input: z.strictObject({ requestId: RequestId, messageId: MessageId.nullable() }),
    output: z.object({ unread: z.int().min(0) }),
    errors: [],
  }),
  /** The templates of WeChat's messages that may be asked for, and how many messages were agreed to and not sent. */
  allowed: action({
    access: member(),
    input: z.strictObject({}),
    output: z.object({
      /** None where the deployment has no templates. */
      templates: z.array(z.object({ kind: MessageKind, id: z.string() })).max(messageKinds.length),
      left: z.int().min(0),
    }),
    errors: [],
  }),
  /** Somebody agreed in WeChat to one message of each of these kinds. */
  allow: action({
    access: member(),
    input: z.strictObject({
      requestId: RequestId,
      accepted: z
        .array(MessageKind)
        .min(1)
        .max(messageKinds.length)
        .refine((kinds) => new Set(kinds).size === kinds.length),
    }),
    /** The kinds of which one more message may be sent: at most `limits.inbox.creditsPerKind` wait. */
    output: z.object({ kept: z.array(MessageKind) }),
    errors: [],
  }),
  /** No more messages through WeChat; what was kept to send them is removed. */
  disallow: action({
    access: member(),
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({ removed: z.int().min(0) }),
    errors: [],
  }),
}
