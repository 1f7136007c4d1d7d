import { messageKinds } from '../contract/inbox'
import type { Handler } from '../kit/handler'
import { effectId } from '../kit/ids'
import { creditsById, openCreditsOf } from './queries'
import { noteReminders } from './consent'
import { kindsWithRoom, type MessageKind } from './rules'
import { messageCredits } from './store'

/**
 * Keeps one credit for each kind, and with it, sealed, whom it is for: WeChat asked, and the person agreed. The
 * credits are the record of the request. Five round trips.
 */
export const allow: Handler<'inbox.allow'> = async ({ requestId, accepted }, context) => {
  const { me, now, db, fail, wechat, inputHash } = context
  const idOf = (kind: MessageKind) => effectId('w', me.memberId, 'inbox.allow', `${requestId} ${kind}`)
  const earlier = await db.list(messageCredits, creditsById(messageKinds.map(idOf)))
  if (earlier.some((credit) => credit.inputHash !== inputHash)) return fail('CONFLICT')
  if (earlier.length > 0) return { kept: earlier.map(({ kind }) => kind).sort() }
  const kept = kindsWithRoom(accepted, await db.list(messageCredits, openCreditsOf([me.memberId])))
  const credits = kept.map((kind) => ({
    _id: idOf(kind),
    schemaVersion: 1 as const,
    memberId: me.memberId,
    kind,
    state: 'open' as const,
    sealed: wechat.sealCaller(),
    inputHash,
    at: now.toISOString(),
  }))
  if (credits.length > 0) await noteReminders(context, true)
  // Two of the same request at once write the same ids: whoever comes second leaves what is there.
  if (credits.length > 0) await db.insertMany(messageCredits, credits)
  return { kept: kept.sort() }
}
