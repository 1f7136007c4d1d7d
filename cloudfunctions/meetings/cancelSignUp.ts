import type { Handler } from '../kit/handler'
import { endSignUp } from './endSignUp'
import { requestOf } from './move'
import { mySignUp } from './mySignUp'
import { meetings, signUps } from './store'

/**
 * Gives up a seat or a place on the waitlist before the meeting begins; a seat is offered to the first who waits at
 * once. Two round trips, and those of `endSignUp`.
 */
export const cancelSignUp: Handler<'meetings.cancelSignUp'> = async ({ signUpId }, context) => {
  const { me, now, db, fail } = context
  const at = now.toISOString()
  const { meetingId } = (await db.read(signUps, signUpId)) ?? fail('NOT_FOUND')
  const { startsAt } = (await db.readSlim(meetings, meetingId, 'reserved')) ?? fail('NOT_FOUND')
  const ended = await endSignUp(db, signUpId, ({ memberId }) => memberId === me.memberId, now, {
    event: 'cancel',
    by: { who: 'member', actor: me.memberId, by: me.by, request: requestOf(context), at },
    request: context,
    whyNot: at < startsAt ? null : 'MEETING_BEGUN',
  })
  return typeof ended === 'string' ? fail(ended) : mySignUp(db, ended)
}
