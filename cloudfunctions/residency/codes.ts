import { limits } from '../contract/limits'
import { sameText, sign } from '../kit/keys'
import { endOfChinaDay } from '../kit/time'
import { codeStateOf } from './rules'
import type { PaperCode } from './store'

/** Letters and digits of which none looks like another, printed small or written by hand: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const alphabet = '34679ACDEFGHJKMNPRTWXY'

/**
 * The code of a door on one sheet: made of the key and of the request id, which is stored nowhere. So a repeat of the
 * request, whose answer was lost, shows the same codes, and nobody else can have them shown.
 */
export function codeFor(memberId: string, requestId: string, householdId: string): string {
  let number = sign('residency-code', JSON.stringify([memberId, requestId, householdId])).readBigUInt64BE(0)
  let code = ''
  while (code.length < limits.residency.code.characters) {
    code += alphabet.charAt(Number(number % BigInt(alphabet.length)))
    number /= BigInt(alphabet.length)
  }
  return code
}

/** What is kept of a code: worthless without the key, and different for each door. */
export const codeHash = (householdId: string, code: string): string =>
  sign('residency-code-hash', JSON.stringify([householdId, code])).toString('base64url')

/** Whether a code opens its door now. The same work is done whether there is one or not. */
export function opens(found: PaperCode | null, householdId: string, code: string, now: Date): boolean {
  const isSame = sameText(found?.hash ?? codeHash(householdId, ''), codeHash(householdId, code))
  return isSame && codeStateOf(found, now) === 'open'
}

/** When a code of this moment is no longer taken: after the end of its last day in China. */
export const codeExpiry = (now: Date): string => endOfChinaDay(now, limits.residency.code.days).toISOString()
