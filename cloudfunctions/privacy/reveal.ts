import { bounds } from '../contract/privacy-bounds'
import { reach } from '../kit/actor'
import { audits, type Audit } from '../kit/audit'
import type { Handler } from '../kit/handler'
import { tallyAfter } from './rules'
import { revealTallies } from './store'
import { whomOf } from './whom'

/**
 * Shows a name and a phone in full. Who saw whose, when and why is written in the same transaction that counts it, so
 * nothing is shown that was not written. Ten round trips at most.
 */
export const reveal: Handler<'privacy.reveal'> = async (input, context) => {
  const { me, now, db, fail, effectId, inputHash } = context
  const whom = (await whomOf(db, input, (id) => me.covers(id))) ?? fail('NOT_FOUND')
  if (whom === 'NOT_SHOWN') return fail('NOT_SHOWN')
  const { kind, targetId, reason, words } = input
  const role = me.duties.find((duty) => reach([duty], whom.communityId))?.role ?? ''
  const row: Audit = {
    ...{ _id: effectId('q'), schemaVersion: 1, communityId: whom.communityId, actor: me.memberId },
    ...{ action: 'privacy.reveal', document: targetId, subject: whom.memberId, inputHash },
    ...{ at: now.toISOString(), before: {}, after: { kind, reason, words, role } },
  }
  const left = await db.transact(async (tx) => {
    const [earlier, found] = [await tx.find(audits, row._id), await tx.find(revealTallies, me.memberId)]
    if (earlier && earlier.inputHash !== inputHash) return fail('CONFLICT')
    if (earlier) return bounds.revealsPerDay - (found?.count ?? 0)
    const tally = tallyAfter(me.memberId, found, now) ?? fail('REVEALED_ENOUGH')
    await (found ? tx.put(revealTallies, tally) : tx.insert(revealTallies, tally))
    await tx.insert(audits, row)
    return bounds.revealsPerDay - tally.count
  })
  return { name: whom.name, phone: whom.phone, left }
}
