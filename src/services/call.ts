import type { ActionName, Input } from '@contract/index'
import { behalfOf, stopActing } from './acting'
import type { Attempt } from './attempt'
import type { CallReply, Failure } from './replies'
import { send } from './transport'

/** How often one call is sent before it is given up, the first time included. */
export const maxAttempts = 4

/** Milliseconds of the first pause; each later one doubles, all are jittered. */
const firstPauseMs = 400

/**
 * Calls an action. Sends it again (the same input, so the same request id) when no answer came or the server
 * was busy; a definite reply is never repeated. Never throws.
 */
export const call = async <N extends ActionName>(name: N, input: Input<N>): Promise<CallReply<N>> => {
  const [domain = '', action = ''] = name.split('.')
  const behalf = behalfOf(name)
  let last: Failure = { ok: false, code: 'OFFLINE', traceId: '' }
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const reply = readAttempt<N>(await send(domain, { action, input, ...behalf }))
    if (!reply.ok && reply.code === 'PROXY_OVER' && behalf.onBehalf === behalfOf(name).onBehalf) stopActing()
    if (reply.ok || !mayRepeat(reply)) return reply
    // Once a question went out without an answer, being offline later does not make it unsent.
    if (last.code !== 'NO_ANSWER' || reply.code !== 'OFFLINE') last = reply
    if (attempt < maxAttempts) await pause(firstPauseMs * 2 ** (attempt - 1))
  }
  return last
}

const mayRepeat = (failure: Failure) => ['OFFLINE', 'NO_ANSWER', 'RATE_LIMITED'].includes(failure.code)

const readAttempt = <N extends ActionName>(attempt: Attempt): CallReply<N> => {
  if (attempt.kind === 'unreached') return { ok: false, code: 'OFFLINE', traceId: '' }
  if (attempt.kind === 'unanswered') return { ok: false, code: 'NO_ANSWER', traceId: '' }
  if (isReply<N>(attempt.body)) return attempt.body
  // What stands before the functions answered: it refuses a token that has run out, all else is a fault.
  const code = isRefusedToken(attempt.body) ? 'UNAUTHENTICATED' : 'INTERNAL'
  return { ok: false, code, traceId: '' }
}

const isRefusedToken = (body: unknown) =>
  typeof body === 'object' && body !== null && 'code' in body && body.code === 'UNAUTHENTICATED'

/** The function's own contract test vouches for what is inside. */
const isReply = <N extends ActionName>(body: unknown): body is CallReply<N> =>
  typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())))
