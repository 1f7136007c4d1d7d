import { limits } from '../contract/limits'
import { sign } from '../kit/keys'
import { readStep, stepsFrom as rotatingSteps, type CodeStep } from '../kit/rotating'

const { stepSeconds, stepsAhead } = limits.pickup
const pickup = { purpose: 'pickup-qr', stepSeconds, stepsAhead }
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

/** The present step and the next ones of a redemption's QR. */
export const stepsFrom = (redemptionId: string, now: Date): CodeStep[] =>
  rotatingSteps(pickup, redemptionId, now, (text) => `${prefix}.${text}`)

/**
 * Reads what a verifier scanned.
 * @returns the redemption's id, or why not; null when it is no QR of ours at all
 */
export function readQr(
  text: string,
  now: Date,
): { redemptionId: string } | 'CODE_WRONG' | 'CODE_OUTDATED' | null {
  const [head] = text.split('.')
  if (head !== prefix) return null
  const read = readStep(pickup, text.slice(prefix.length + 1), now)
  if (typeof read === 'string') return read === 'wrong' ? 'CODE_WRONG' : 'CODE_OUTDATED'
  return { redemptionId: read.subject }
}
