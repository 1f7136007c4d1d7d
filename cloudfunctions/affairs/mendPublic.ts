import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { checks, waitingMark } from '../safety/post'
import { isSeenBy, staffLevelOf } from './actors'
import { placed } from './effects'
import { heldPublic, screenPublic } from './publicWords'
import { replyToStaff } from './replies'
import { cases } from './store'

/**
 * Other words in place of a public answer that was refused. It is no event of the case: the reporter's reply stays
 * as it is, and each check keeps what it was about. Seven round trips, eight where it is held again.
 */
export const mendPublic: Handler<'affairs.mendPublic'> = async ({ caseId, version, publish }, context) => {
  const { me, db, fail } = context
  const screening = await screenPublic(publish, context)
  const mended = await db.transact(async (tx, attempt) => {
    const kase = await tx.find(cases, caseId)
    if (!kase || !isSeenBy(kase, me) || staffLevelOf(me, kase.communityId) === null) return fail('NOT_FOUND')
    if (await claim(tx, attempt, context)) return kase
    if (version !== kase.version) return fail('CHANGED_MEANWHILE')
    if (kase.publishedHeld?.state !== 'refused') return fail('WRONG_STATE')
    const check = heldPublic(screening, kase, publish, context)
    if (check) await tx.insert(checks, check)
    const publishedHeld = check && waitingMark(check)
    return tx.put(cases, placed({ ...kase, published: publish, publishedHeld }))
  })
  return replyToStaff(mended, context)
}
