import { claimFirst } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { walkInGuest, walkInWaiting } from './walkIn'
import { checkInByHand } from './checkInByHand'
import { whyNotHost } from './hosting'
import { requestOf } from './move'
import { meetings, signUps } from './store'
import { attendeeView } from './views'

/**
 * Checks somebody in by hand: one with a seat, one who waits if a seat is left, or a guest. Eight round trips, ten
 * for one who waits.
 */
export const attend: Handler<'meetings.attend'> = async ({ meetingId, who, reason }, context) => {
  const { me, now, db, fail, effectId, inputHash } = context
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  const why = whyNotHost(meeting, now)
  if (why) return fail(why)
  await claimFirst(db, context)
  const by = {
    who: 'staff',
    actor: me.memberId,
    request: requestOf(context),
    at: now.toISOString(),
    note: reason,
  } as const
  if (who.kind === 'guest') {
    const guest = await walkInGuest(db, effectId('s'), meeting, { name: who.name, inputHash }, by)
    return typeof guest === 'string' ? fail(guest) : attendeeView(guest)
  }
  const signUp = await db.read(signUps, who.signUpId)
  if (!signUp || signUp.meetingId !== meetingId) return fail('NOT_FOUND')
  const attended =
    signUp.state === 'waiting'
      ? await walkInWaiting(db, signUp._id, by)
      : await checkInByHand(db, signUp._id, by)
  return typeof attended === 'string' ? fail(attended) : attendeeView(attended)
}
