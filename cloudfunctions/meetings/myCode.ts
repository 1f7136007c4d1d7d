import type { Handler } from '../kit/handler'
import { stepsFrom } from './codes'
import { latestSignUp } from './queries'
import { isFor } from './rules'
import { hasEnded } from './states'
import { meetings, signUps } from './store'

/**
 * A member's own code. It names the sign-up, so that it is worthless once that has ended; without one it names the
 * member, who may walk in if a seat is left. Three round trips.
 */
export const myCode: Handler<'meetings.myCode'> = async ({ meetingId }, { me, now, db, fail }) => {
  const [meeting, [signUp]] = await Promise.all([
    db.readSlim(meetings, meetingId, 'reserved'),
    db.list(signUps, latestSignUp(me.memberId, meetingId)),
  ])
  const inForce = signUp && !hasEnded(signUp.state) ? signUp : null
  if (!meeting || !(inForce || isFor(meeting, me.residency))) return fail('NOT_FOUND')
  const subject = inForce?._id ?? me.memberId
  return { steps: stepsFrom('member', meetingId, subject, now), now: now.toISOString() }
}
