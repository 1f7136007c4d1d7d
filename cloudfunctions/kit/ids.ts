import { createHash, randomBytes } from 'node:crypto'
import { sign } from './keys'

/** What a document id says of its kind: `m_…` is a member, `r_…` a redemption, `c_…` a case; see contract/fields.ts. */
export type IdKind =
  | 'm'
  | 'i'
  | 'r'
  | 'x'
  | 'a'
  | 'c'
  | 'g'
  | 't'
  | 's'
  | 'o'
  | 'n'
  | 'v'
  | 'p'
  | 'b'
  | 'w'
  | 'd'
  | 'j'
  | 'h'
  | 'k'
  | 'l'
  | 'u'
  | 'e'
  | 'y'
  | 'q'
  | 'z'

/**
 * The member behind a WeChat openid. The openid itself is stored nowhere in the clear; see kit/wechat.ts.
 * @param life 1, and one more for each account of theirs that was deleted: nothing stored leads from one to the next
 */
export const memberIdOf = (openId: string, life = 1): string => {
  const whose = life === 1 ? openId : `${openId} ${life}`
  return `m_${sign('member', whose).toString('base64url').slice(0, 22)}`
}

/** Accounts that one person may have had, the present one included. */
export const maxLives = 20

/** Whether a member is, or was, the account of an openid; most are at the first look. */
export function isMemberOf(openId: string, memberId: string): boolean {
  for (let life = 1; life <= maxLives; life += 1) if (memberIdOf(openId, life) === memberId) return true
  return false
}

/**
 * The id of the one effect of a request: the same actor, action and request id always give the same one, and
 * nobody can name the id of another actor's effect.
 */
export function effectId(kind: IdKind, memberId: string, action: string, requestId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([memberId, action, requestId]))
    .digest('base64url')
  return `${kind}_${digest.slice(0, 22)}`
}

/** 128 random bits as 22 characters. */
export const randomToken = (): string => randomBytes(16).toString('base64url')
