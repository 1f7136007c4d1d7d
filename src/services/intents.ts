import { forget, readStored, store } from './storage'

/** An action that a person wanted and that has no definite reply yet. */
interface Intent {
  requestId: string
  /** JSON of the input, so that another wish is not taken for a repeat of this one. */
  wish: string
  /** Milliseconds since 1970 on this device's clock. */
  at: number
}

/** After this an unanswered intent is no longer taken up: the person has long looked at what became of it. */
const maxAgeMs = 24 * 3_600_000
const listKey = 'intents'

/** The request id for this wish: the one that was sent before if it had no definite reply, else a new one. */
export const openIntent = (name: string, input: unknown, now = Date.now()): string => {
  const wish = JSON.stringify(input)
  const kept = readAll()[name]
  if (kept && kept.wish === wish && now - kept.at < maxAgeMs) return kept.requestId
  const requestId = newRequestId(now)
  store(listKey, { ...readAll(), [name]: { requestId, wish, at: now } })
  return requestId
}

/** Forgets an intent after its definite reply. */
export const closeIntent = (name: string): void => {
  const { [name]: settled, ...rest } = readAll()
  if (settled) store(listKey, rest)
}

/** Another person uses this device from now on. */
export const forgetIntents = (): void => forget(listKey)

const readAll = () => readStored<Record<string, Intent>>(listKey) ?? {}

/** Unique, not secret: the server ties it to the caller. */
const newRequestId = (now: number) => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const random = Array.from({ length: 20 }, () => letters.charAt(Math.floor(Math.random() * letters.length)))
  return `${now.toString(36)}-${random.join('')}`
}
