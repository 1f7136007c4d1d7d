import { forget, readStored, store } from './storage'

/** An action that a person wanted and that has no definite reply yet. */
interface Intent {
  requestId: string
  /** Milliseconds since 1970 on this device's clock. */
  at: number
}

/** After this an unanswered intent is no longer taken up: the person has long looked at what became of it. */
const maxAgeMs = 24 * 3_600_000
const listKey = 'intents'

/** The request id for this wish: the one that was sent before if it had no definite reply, else a new one. */
export const openIntent = (name: string, input: unknown, now = Date.now()): string => {
  const key = keyOf(name, input)
  const fresh = Object.entries(readAll()).filter(([, intent]) => now - intent.at < maxAgeMs)
  const intents = Object.fromEntries(fresh)
  const kept = intents[key]
  if (kept) return kept.requestId
  const requestId = newRequestId(now)
  store(listKey, { ...intents, [key]: { requestId, at: now } })
  return requestId
}

/** Forgets an intent after its definite reply. */
export const closeIntent = (name: string, input: unknown): void => {
  const { [keyOf(name, input)]: settled, ...rest } = readAll()
  if (settled) store(listKey, rest)
}

/** Another person uses this device from now on. */
export const forgetIntents = (): void => forget(listKey)

const readAll = () => readStored<Record<string, Intent>>(listKey) ?? {}

/** By what is wished, so that another wish is not taken for a repeat; hashed, since a wish may hold a photo. */
const keyOf = (name: string, input: unknown) => `${name} ${hash(JSON.stringify(input))}`

/** FNV-1a from two starting values: 64 bits, plenty for the few intents of one device. */
const hash = (text: string): string => `${fnv1a(text, 0x811c9dc5)}${fnv1a(text, 0x9747b28c)}`

const fnv1a = (text: string, start: number): string => {
  let value = start
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(36)
}

/** Unique, not secret: the server ties it to the caller. */
const newRequestId = (now: number) => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const random = Array.from({ length: 20 }, () => letters.charAt(Math.floor(Math.random() * letters.length)))
  return `${now.toString(36)}-${random.join('')}`
}
