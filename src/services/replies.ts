import type { ActionName, AnyCode, Output } from '@contract/index'

/**
 * Why there is no answer: OFFLINE, the network was not reached, nothing happened; NO_ANSWER, the question went
 * out but no definite answer came back, so it may or may not have taken effect.
 */
export type LocalCode = 'OFFLINE' | 'NO_ANSWER'

/** All that can go wrong from a page's point of view. */
export type FailureCode = AnyCode | LocalCode

export interface Failure {
  ok: false
  code: FailureCode
  /** The field of an INVALID_INPUT. */
  detail?: string
  /** To find the call in the logs; empty when none was made. */
  traceId: string
}

/** What `call` gives: never throws. */
export type CallReply<N extends ActionName> = { ok: true; data: Output<N> } | Failure

/** Codes after which nobody knows whether the action took effect: the same request id must be sent again. */
const indefinite: readonly FailureCode[] = ['OFFLINE', 'NO_ANSWER', 'INTERNAL', 'RATE_LIMITED', 'CONFLICT']

/** Whether the intent is settled: done, or refused for good. */
export const isDefinite = (reply: { ok: true } | Failure): boolean =>
  reply.ok || !indefinite.includes(reply.code)

/** Whether a page shows the offline state rather than an error. */
export const isOffline = (failure: Failure): boolean => failure.code === 'OFFLINE'
