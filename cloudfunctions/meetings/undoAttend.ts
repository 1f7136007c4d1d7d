import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { moveSignUp, requestOf, wasMovedBy } from './move'
import { signUps } from './store'
import { attendeeView } from './views'

/** Takes a mistaken check-in back: the seat stays, until `freeSeat` or the end. Six round trips. */
export const undoAttend: Handler<'meetings.undoAttend'> = async ({ signUpId, reason }, context) => {
  const { me, now, db, fail } = context
  const request = requestOf(context)
  const undone = await db.transact(async (tx, attempt) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp || !me.covers(signUp.communityId)) return fail('NOT_FOUND')
    if (wasMovedBy(signUp, request)) return signUp
    await claim(tx, attempt, context)
    const by = { who: 'staff', actor: me.memberId, request, at: now.toISOString(), note: reason } as const
    return (await moveSignUp(tx, signUp, 'undo', by)) ?? fail('WRONG_STATE')
  })
  return attendeeView(undone)
}
