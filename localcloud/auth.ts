import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Makes the token of a signed-in client: `<openId, base64url>.<HMAC>`. It does not expire: it stands for the
 * phone's WeChat log-in, which the local cloud cannot ask.
 * @param key the data directory's token key
 */
export function signToken(openId: string, key: string): string {
  const body = Buffer.from(openId, 'utf8').toString('base64url')
  return `${body}.${macOf(body, key)}`
}

/** @returns the open id, or null when the token was not made with this key */
export function verifyToken(token: string, key: string): string | null {
  const [body, mac, rest] = token.split('.')
  if (!body || !mac || rest !== undefined || !sameText(mac, macOf(body, key))) return null
  return Buffer.from(body, 'base64url').toString('utf8')
}

/** Compares two secrets in constant time. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function macOf(body: string, key: string): string {
  return createHmac('sha256', key).update(`token:${body}`).digest('base64url')
}
