import { z } from 'zod'
import { CreditId, Instant, MemberId, MessageId } from '../contract/fields'
import { MessageKind, MessageTarget } from '../contract/inbox'
import { limits } from '../contract/limits'
import { collection } from '../kit/collection'

/** @property next when it may be tried; it also tells two runs apart that look at the same message */
const Waiting = z.object({
  kind: MessageKind,
  tries: z.int().min(0).max(limits.inbox.wechatRetries),
  next: Instant,
})

export type Waiting = z.infer<typeof Waiting>

const Message = z.object({
  /** Follows from the member and the event, so that one event leaves one message. */
  _id: MessageId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  title: z.string().min(1).max(limits.inbox.titleLength),
  text: z.string().max(limits.inbox.textLength),
  target: MessageTarget,
  at: Instant,
  readAt: Instant.nullable(),
  /** Waits to be sent through WeChat as well; null once that is settled, absent where it never was to be. */
  wechat: Waiting.nullable().optional(),
})

/** What a person is told of an event. Never changed but for `readAt` and `wechat`. */
export type Message = z.infer<typeof Message>

export const inboxMessages = collection<Message>('messages', Message)

const Credit = z.object({
  /** Follows from the member, the request and the kind. */
  _id: CreditId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  kind: MessageKind,
  state: z.enum(['open', 'spent', 'refused', 'withdrawn']),
  /** The person's openid, sealed by the kit; only while the credit is open. */
  sealed: z.string().nullable(),
  /** Of the request: the same id with other input is a CONFLICT. */
  inputHash: z.string(),
  at: Instant,
})

/** One message through WeChat that a person agreed to. */
export type Credit = z.infer<typeof Credit>

export const messageCredits = collection<Credit>('message_credits', Credit)
