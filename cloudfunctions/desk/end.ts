import { members } from '../kit/actor'
import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { movedDesk } from './states'
import { desks } from './store'

/** Ends a desk of one's own; one that is over already stays so. Eight round trips. */
export const end: Handler<'desk.end'> = async ({ deskId }, context) => {
  const { me, db, now, fail } = context
  const id = deskId ?? me.desk?.id ?? fail('NOT_FOUND')
  const by = { who: 'member', memberId: me.memberId, at: now.toISOString() } as const
  await db.transact(async (tx, attempt) => {
    const isRepeat = await claim(tx, attempt, context)
    const desk = await tx.find(desks, id)
    const member = await tx.find(members, me.memberId)
    if (!desk || !member || desk.memberId !== me.memberId) return fail('NOT_FOUND')
    const moved = movedDesk(desk, 'end', by)
    if (isRepeat || !moved) return
    await tx.put(desks, moved)
    await tx.put(members, { ...member, desks: (member.desks ?? []).filter((one) => one.id !== id) })
  })
  return {}
}
