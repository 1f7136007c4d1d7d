import type { Handler } from '../kit/handler'
import { endSignUp } from './endSignUp'
import { requestOf } from './move'
import { attendeeView } from './views'

/** Ends the sign-up of one who did not come, so that somebody at the door gets the seat. Round trips: `endSignUp`. */
export const freeSeat: Handler<'meetings.freeSeat'> = async ({ signUpId, reason }, context) => {
  const { me, now, db, fail } = context
  const ended = await endSignUp(db, signUpId, ({ communityId }) => me.covers(communityId), now, {
    event: 'cancel',
    by: {
      who: 'staff',
      actor: me.memberId,
      request: requestOf(context),
      at: now.toISOString(),
      note: reason,
    },
    request: context,
  })
  return typeof ended === 'string' ? fail(ended) : attendeeView(ended)
}
