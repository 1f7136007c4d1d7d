import type { z } from 'zod'
import { messageKinds, type MessageKind as Kinds } from '../contract/inbox'
import { limits } from '../contract/limits'
import { addMinutes } from '../kit/time'
import type { Credit, Message, Waiting } from './store'

export type MessageKind = z.infer<typeof Kinds>

/** Of a notice: WeChat may tell of it as well. */
export const alsoByWechat = (kind: MessageKind, at: string): Waiting => ({ kind, tries: 0, next: at })

/** The kinds of an answer of WeChat for which one more credit fits. */
export const kindsWithRoom = (accepted: readonly MessageKind[], open: readonly Credit[]): MessageKind[] =>
  messageKinds.filter(
    (kind) =>
      accepted.includes(kind) &&
      open.filter((credit) => credit.kind === kind).length < limits.inbox.creditsPerKind,
  )

/** Whether WeChat need not be asked at all: it was read, or it is no news any more. */
export const isPast = ({ readAt, at }: Message, now: Date): boolean =>
  readAt !== null || Date.parse(at) < now.getTime() - limits.inbox.wechatHours * 3_600_000

/** Minutes after which a refused message is tried again: the first pause, the second, the third. */
const pauses = [2, 10, 60]

/** When a refused message is tried again; null when that was the last time. */
export const tryAgain = ({ kind, tries }: Waiting, now: Date): Waiting | null =>
  tries < limits.inbox.wechatRetries
    ? { kind, tries: tries + 1, next: addMinutes(now, pauses[tries] ?? 60).toISOString() }
    : null
