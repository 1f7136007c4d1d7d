import { readToken } from './token'
import { attemptTimeoutMs, type Attempt, type CallEvent } from './attempt'

/** Sends one event to a cloud function over HTTP. */
export const send = async (domain: string, event: CallEvent): Promise<Attempt> => {
  if (navigator.onLine === false) return { kind: 'unreached' }
  const abort = new AbortController()
  const alarm = setTimeout(() => abort.abort(), attemptTimeoutMs)
  try {
    const response = await fetch(`/v1/functions/${domain}`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(event),
      signal: abort.signal,
    })
    if (response.status >= 500 || response.status === 429) return { kind: 'unanswered' }
    return { kind: 'answer', body: await response.json() }
  } catch {
    return { kind: abort.signal.aborted || navigator.onLine ? 'unanswered' : 'unreached' }
  } finally {
    clearTimeout(alarm)
  }
}

const headers = (): Record<string, string> => {
  const token = readToken()
  const json = { 'content-type': 'application/json' }
  return token ? { ...json, authorization: `Bearer ${token}` } : json
}
