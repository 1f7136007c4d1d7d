import type { Handler } from '../kit/handler'
import { noteConsentOnce } from './post'

/** WeChat's guide (用户隐私保护指引) as it is declared now; a new one gets a new number. */
const version = 1

/** WeChat's question was answered with yes: when, and to which guide. Two round trips. */
export const agree: Handler<'privacy.agree'> = async (_input, { me, now, db, effectId }) => {
  const at = now.toISOString()
  const event = effectId('q')
  await noteConsentOnce(db, { memberId: me.memberId, kind: 'wechat', version, given: true, at, event })
  return { at }
}
