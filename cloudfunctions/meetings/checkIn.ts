import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { claimOf, readCode } from './codes'
import { moveSignUp, requestOf, wasMovedBy } from './move'
import { mySignUp } from './mySignUp'
import { latestSignUp } from './queries'
import { isCheckInTime } from './rules'
import { meetings, signUps } from './store'

/**
 * Somebody scans the host's QR. By the server's clock alone; whoever has signed up checks in once, also
 * after moving away. Eight round trips.
 */
export const checkIn: Handler<'meetings.checkIn'> = async ({ code }, context) => {
  const { me, now, db, fail } = context
  const at = now.toISOString()
  const { meetingId } = claimOf(code) ?? fail('CHECK_IN_CODE_WRONG')
  const [meeting, [signUp]] = await Promise.all([
    db.readSlim(meetings, meetingId, 'reserved'),
    db.list(signUps, latestSignUp(me.memberId, meetingId)),
  ])
  const request = requestOf(context)
  // A repeat gets its answer for as long as it asks, also when the code is outdated by then.
  if (meeting && signUp?.state === 'attended' && wasMovedBy(signUp, request))
    return { meetingId, title: meeting.title, signUp: await mySignUp(db, signUp) }
  const scanned = readCode('host', code, now)
  if (typeof scanned === 'string') return fail(scanned)
  const isOurs = signUp !== undefined || meeting?.communityId === me.residency?.communityId
  if (!meeting || !isOurs) return fail('CHECK_IN_CODE_WRONG')
  if (meeting.state === 'called_off') return fail('CALLED_OFF')
  if (!isCheckInTime(meeting, now, false)) return fail('NOT_CHECK_IN_TIME')
  if (!signUp) return fail('NOT_SIGNED_UP')
  const attended = await db.transact(async (tx, attempt) => {
    const present = await tx.find(signUps, signUp._id)
    if (!present) return fail('NOT_SIGNED_UP')
    if (present.state === 'attended')
      return wasMovedBy(present, request) ? present : fail('ALREADY_CHECKED_IN')
    await claim(tx, attempt, context)
    const by = { who: 'member', actor: me.memberId, request, at } as const
    return (await moveSignUp(tx, present, 'checkIn', by)) ?? fail('NOT_SIGNED_UP')
  })
  return { meetingId, title: meeting.title, signUp: await mySignUp(db, attended) }
}
