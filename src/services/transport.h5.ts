import { freshToken } from './pass'
import { readToken } from './token'
import { attemptTimeoutMs, type Attempt, type CallEvent } from './attempt'

/** Sends one event to a cloud function over HTTP. */
export const send = async (domain: string, event: CallEvent): Promise<Attempt> => {
  if (navigator.onLine === false) return { kind: 'unreached' }
  const token = await freshToken()
  const abort = new AbortController()
  const alarm = setTimeout(() => abort.abort(), attemptTimeoutMs)
  try {
    const response = await fetch(`/v1/functions/${domain}`, {
      method: 'POST',
      headers: headers(token),
      body: JSON.stringify(event),
      signal: abort.signal,
    })
    if (response.status >= 500 || response.status === 429) return { kind: 'unanswered' }
    const body: unknown = await response.json()
    // Somebody may have signed in meanwhile: then it speaks of the one before.
    if (token && token === readToken() && isRefused(body)) onRefused?.()
    return { kind: 'answer', body }
  } catch {
    return { kind: abort.signal.aborted || navigator.onLine ? 'unanswered' : 'unreached' }
  } finally {
    clearTimeout(alarm)
  }
}

let onRefused: (() => void) | null = null

/** Tells when a token that was sent is worth nothing any more: the desk was ended, or its time is over. */
export const watchRefusals = (listener: () => void): void => void (onRefused = listener)

const isRefused = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'code' in body && body.code === 'UNAUTHENTICATED'

const headers = (token: string | null): Record<string, string> => {
  const json = { 'content-type': 'application/json' }
  return token ? { ...json, authorization: `Bearer ${token}` } : json
}
