import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Signs a text for one purpose with the deployment's key (`JINLIN_KEY`, ≥ 32 characters, from the environment).
 * Each purpose has its own derived key, so a signature made for one is worthless for another.
 * @returns 32 bytes
 * @throws when the key is missing: nothing may run unsigned
 */
export function sign(purpose: string, text: string): Buffer {
  const key = process.env.JINLIN_KEY
  if (!key || key.length < 32) throw new Error('JINLIN_KEY is missing or shorter than 32 characters')
  const purposeKey = createHmac('sha256', key).update(purpose).digest()
  return createHmac('sha256', purposeKey).update(text).digest()
}

/** Compares in constant time; texts of different length are different. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** SHA-256 of a text as lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
