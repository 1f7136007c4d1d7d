import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Signs a text for one purpose with the deployment's key (`JINLIN_KEY`, ≥ 32 characters, from the environment).
 * Each purpose has its own derived key, so a signature made for one is worthless for another.
 * @returns 32 bytes
 * @throws when the key is missing: nothing may run unsigned
 */
export function sign(purpose: string, text: string): Buffer {
  return createHmac('sha256', keyFor(purpose)).update(text).digest()
}

function keyFor(purpose: string): Buffer {
  const key = process.env.JINLIN_KEY
  if (!key || key.length < 32) throw new Error('JINLIN_KEY is missing or shorter than 32 characters')
  return createHmac('sha256', key).update(purpose).digest()
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals a text for one purpose and one owner: only `open` with both the same reads it, and a changed one is not
 * read at all. @returns base64url, another one each time
 */
export function seal(purpose: string, text: string, owner: string): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, keyFor(`seal ${purpose}`), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')
}

/** @returns null for what was not sealed for this purpose and owner with the present key */
export function open(purpose: string, sealed: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)]
  if (tag.length < tagBytes) return null
  try {
    const opening = createDecipheriv(cipher, keyFor(`seal ${purpose}`), nonce).setAAD(Buffer.from(owner))
    opening.setAuthTag(tag)
    const text = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()])
    return text.toString('utf8')
  } catch {
    return null
  }
}

/** Compares in constant time; texts of different length are different. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** SHA-256 of a text as lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
