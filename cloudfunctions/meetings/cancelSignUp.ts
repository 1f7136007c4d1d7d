import type { Handler } from '../kit/handler'
import { endSignUp } from './endSignUp'
import { requestOf } from './move'
import { mySignUp } from './mySignUp'

/** Gives up a seat or a place on the waitlist; a seat is offered to the first who waits at once. */
export const cancelSignUp: Handler<'meetings.cancelSignUp'> = async ({ signUpId }, context) => {
  const { me, now, db, fail } = context
  const ended = await endSignUp(db, signUpId, ({ memberId }) => memberId === me.memberId, now, {
    event: 'cancel',
    by: { who: 'member', actor: me.memberId, by: me.by, request: requestOf(context), at: now.toISOString() },
    request: context,
  })
  return typeof ended === 'string' ? fail(ended) : mySignUp(db, ended)
}
