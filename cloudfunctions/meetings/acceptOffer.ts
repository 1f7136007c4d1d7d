import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { moveSignUp, requestOf, wasMovedBy } from './move'
import { mySignUp } from './mySignUp'
import { signUps } from './store'

/** Takes the seat that was offered: it is reserved already, only the sign-up moves. Six round trips. */
export const acceptOffer: Handler<'meetings.acceptOffer'> = async ({ signUpId }, context) => {
  const { me, now, db, fail } = context
  const at = now.toISOString()
  const request = requestOf(context)
  const accepted = await db.transact(async (tx, attempt) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp || signUp.memberId !== me.memberId) return fail('NOT_FOUND')
    if (wasMovedBy(signUp, request)) return signUp
    await claim(tx, attempt, context)
    // The timer that ends it may be a minute late.
    const isLate = signUp.state === 'offered' && (signUp.offerUntil ?? '') <= at
    if (isLate || signUp.state === 'lapsed') return fail('OFFER_LAPSED')
    const by = { who: 'member', actor: me.memberId, by: me.by, request, at } as const
    return (await moveSignUp(tx, signUp, 'accept', by)) ?? fail('WRONG_STATE')
  })
  return mySignUp(db, accepted)
}
