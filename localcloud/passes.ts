import { createHmac, createPublicKey, verify } from 'node:crypto'
import { sameText } from './auth'

/** What a client shows who signed in with a ticket: to be let in (`access`), or to get new ones (`refresh`). */
export interface Pass {
  userId: string
  /** Milliseconds since the epoch: of an access pass its own end, of a refresh pass that of the log-in. */
  until: number
}

type PassKind = 'access' | 'refresh'

/** `<kind>.<pass, base64url>.<HMAC>`: three parts, so that it is no token of WeChat's log-in, which has two. */
export function writePass(pass: Pass, kind: PassKind, key: string): string {
  const body = Buffer.from(JSON.stringify(pass), 'utf8').toString('base64url')
  return `${kind}.${body}.${macOf(kind, body, key)}`
}

/** @returns null for what was not written for this kind with this key, or is over */
export function passIn(text: string, kind: PassKind, key: string, now: number): Pass | null {
  const [found, body, mac, rest] = text.split('.')
  if (found !== kind || !body || !mac || rest !== undefined) return null
  if (!sameText(mac, macOf(kind, body, key))) return null
  const pass = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Pass
  return now < pass.until ? pass : null
}

/**
 * Reads a ticket as `createTicket` of @cloudbase/node-sdk 3.18.3 makes it: `<key id>/@@/<JWT, RS256>`, its times in
 * milliseconds. A ticket is good for ten minutes; `expire` ends the log-in that it leads to.
 * @returns null for what this key did not sign, for another environment's, and for what is over
 */
export function passOfTicket(
  ticket: string,
  { privateKey, envId, now }: { privateKey: string; envId: string; now: number },
): Pass | null {
  const [head = '', body = '', signature = '', rest] = (ticket.split('/@@/')[1] ?? '').split('.')
  if (!signature || rest !== undefined || objectIn(head).alg !== 'RS256') return null
  const signed = Buffer.from(`${head}.${body}`)
  const isOurs = verify('sha256', signed, createPublicKey(privateKey), Buffer.from(signature, 'base64url'))
  if (!isOurs) return null
  const { uid, env, exp, expire } = objectIn(body)
  if (typeof uid !== 'string' || env !== envId || !(Number(exp) > now) || !(Number(expire) > now)) return null
  return { userId: uid, until: Number(expire) }
}

function objectIn(part: string): Record<string, unknown> {
  try {
    return (JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) ?? {}) as Record<string, unknown>
  } catch {
    return {}
  }
}

function macOf(kind: PassKind, body: string, key: string): string {
  return createHmac('sha256', key).update(`${kind}:${body}`).digest('base64url')
}
