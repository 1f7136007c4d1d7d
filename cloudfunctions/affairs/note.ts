import { limits } from '../contract/limits'
import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { isSeenBy } from './actors'
import { replyToStaff } from './replies'
import { cases } from './store'

/**
 * A note is no event: the version stays, so that a colleague's reply is not in vain because of it. Six round
 * trips.
 */
export const note: Handler<'affairs.note'> = async ({ caseId, text }, context) => {
  const { me, now, db, fail, inputHash } = context
  const effectId = context.effectId('a')
  const noted = await db.transact(async (tx, attempt) => {
    const kase = await tx.find(cases, caseId)
    if (!kase || !isSeenBy(kase, me)) return fail('NOT_FOUND')
    const earlier = kase.notes.find((one) => one.effectId === effectId)
    if (earlier) return earlier.inputHash === inputHash ? kase : fail('CONFLICT')
    await claim(tx, attempt, context)
    if (kase.notes.length >= limits.case.notes) return fail('TOO_MANY_NOTES')
    const fresh = {
      effectId,
      inputHash,
      at: now.toISOString(),
      actor: me.memberId,
      name: me.member?.name ?? '',
      text,
    }
    return tx.put(cases, { ...kase, notes: [...kase.notes, fresh] })
  })
  return replyToStaff(noted, context)
}
