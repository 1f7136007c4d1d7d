import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { movedDesk } from './states'
import { desks } from './store'

/** It is not me: the QR is worth nothing from now on. Six round trips. */
export const decline: Handler<'desk.decline'> = async ({ deskId }, context) => {
  const { me, db, now, fail } = context
  const by = { who: 'member', memberId: me.memberId, at: now.toISOString() } as const
  await db.transact(async (tx, attempt) => {
    const isRepeat = await claim(tx, attempt, context)
    const desk = await tx.find(desks, deskId)
    if (!desk || desk.memberId !== me.memberId) return fail('NOT_FOUND')
    if (!isRepeat) await tx.put(desks, movedDesk(desk, 'decline', by) ?? fail('WRONG_STATE'))
  })
  return {}
}
