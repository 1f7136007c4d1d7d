import type { Handler } from '../kit/handler'
import { endSignUp } from './endSignUp'
import { requestOf } from './move'
import { tell } from './notices'
import { meetings, signUps } from './store'
import { attendeeView } from './views'

/**
 * Ends the sign-up of one who did not come, so that somebody at the door gets the seat; its person is told why. Five
 * round trips, and those of `endSignUp`.
 */
export const freeSeat: Handler<'meetings.freeSeat'> = async ({ signUpId, reason }, context) => {
  const { me, now, db, fail } = context
  const { meetingId } = (await db.read(signUps, signUpId)) ?? fail('NOT_FOUND')
  const meeting = (await db.readSlim(meetings, meetingId, 'reserved')) ?? fail('NOT_FOUND')
  const at = now.toISOString()
  const ended = await endSignUp(db, signUpId, ({ communityId }) => me.covers(communityId), now, {
    event: 'cancel',
    by: {
      who: 'staff',
      actor: me.memberId,
      request: requestOf(context),
      at,
      note: reason,
    },
    request: context,
    tells: (tx, signUp) => tell(tx, meeting, signUp, 'freed', at),
  })
  return typeof ended === 'string' ? fail(ended) : attendeeView(ended)
}
