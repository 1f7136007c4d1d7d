import { limits } from '../contract/limits'
import { sameText, sign } from '../kit/keys'

/** One step of the rotating QR. */
export interface CodeStep {
  qr: string
  validFrom: string
  validUntil: string
}

const stepMs = limits.pickup.stepSeconds * 1000
const prefix = 'JL1'

/** The eight digits of a redemption: fixed, derived from the key, stored nowhere. */
export function digitsOf(redemptionId: string, salt: number): string {
  const number =
    sign('pickup-digits', `${redemptionId}:${salt}`).readUIntBE(0, 6) % 10 ** limits.pickup.digits
  return String(number).padStart(limits.pickup.digits, '0')
}

/** What is stored of the digits: worthless without the key, and different in each community. */
export const codeOf = (communityId: string, digits: string): string =>
  `${communityId}:${sign('pickup-code', `${communityId}:${digits}`).toString('base64url').slice(0, 27)}`

/** The present step and the next ones: the page that shows them holds no key and needs no network meanwhile. */
export function stepsFrom(redemptionId: string, now: Date): CodeStep[] {
  const first = Math.floor(now.getTime() / stepMs)
  return Array.from({ length: limits.pickup.stepsAhead }, (_, ahead) => ({
    qr: `${prefix}.${redemptionId}.${first + ahead}.${signatureOf(redemptionId, first + ahead)}`,
    validFrom: new Date((first + ahead) * stepMs).toISOString(),
    validUntil: new Date((first + ahead + 1) * stepMs).toISOString(),
  }))
}

/**
 * Reads what a verifier scanned. The present step and the one before it are good, by the server's clock.
 * @returns the redemption's id, or why not; null when it is no QR of ours at all
 */
export function readQr(
  text: string,
  now: Date,
): { redemptionId: string } | 'CODE_WRONG' | 'CODE_OUTDATED' | null {
  const [head, redemptionId = '', step = '', signature = '', ...rest] = text.split('.')
  if (head !== prefix) return null
  if (rest.length > 0 || !/^\d{1,12}$/.test(step)) return 'CODE_WRONG'
  if (!sameText(signature, signatureOf(redemptionId, Number(step)))) return 'CODE_WRONG'
  const age = Math.floor(now.getTime() / stepMs) - Number(step)
  return age === 0 || age === 1 ? { redemptionId } : 'CODE_OUTDATED'
}

const signatureOf = (redemptionId: string, step: number): string =>
  sign('pickup-qr', `${redemptionId}:${step}`).toString('base64url').slice(0, 22)
