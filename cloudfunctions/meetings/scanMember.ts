import { members } from '../kit/actor'
import { claimFirst } from '../kit/claim'
import type { Context, Handler } from '../kit/handler'
import { checkInByHand } from './checkInByHand'
import { claimOf, readCode } from './codes'
import { whyNotHost } from './hosting'
import { requestOf, wasMovedBy } from './move'
import { isFor } from './rules'
import { hasEnded, type MovedBy } from './states'
import { meetings, signUps, type MeetingFacts, type SignUp } from './store'
import { attendeeView } from './views'
import { walkInMember, walkInWaiting } from './walkIn'

type Scanning = Context<'meetings.scanMember'>

/** The host scans a member's own code. Nine round trips, eleven for a walk-in. */
export const scanMember: Handler<'meetings.scanMember'> = async ({ meetingId, code }, context) => {
  const { me, now, db, fail, effectId } = context
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  const { subject } = claimOf(code) ?? fail('CHECK_IN_CODE_WRONG')
  const request = requestOf(context)
  const by = { who: 'staff', actor: me.memberId, request, at: now.toISOString() } as const
  const isMember = subject.startsWith('m_')
  const signUp = await db.read(signUps, isMember ? effectId('s') : subject)
  // A repeat gets its answer for as long as it asks, also when the code is outdated by then.
  if (signUp && wasMovedBy(signUp, request)) return attendeeView(signUp)
  const scanned = readCode('member', code, now)
  if (typeof scanned === 'string') return fail(scanned)
  if (scanned.meetingId !== meetingId) return fail('CHECK_IN_CODE_WRONG')
  const why = whyNotHost(meeting, now)
  if (why) return fail(why)
  await claimFirst(db, context)
  const attended = isMember
    ? await fromDoor(subject, meeting, by, context)
    : await withSignUp(signUp, by, context)
  return typeof attended === 'string' ? fail(attended) : attendeeView(attended)
}

async function withSignUp(signUp: SignUp | null, by: MovedBy, { db }: Scanning) {
  if (!signUp || hasEnded(signUp.state)) return 'NOT_SIGNED_UP'
  return signUp.state === 'waiting' ? walkInWaiting(db, signUp._id, by) : checkInByHand(db, signUp._id, by)
}

async function fromDoor(memberId: string, meeting: MeetingFacts, by: MovedBy, context: Scanning) {
  const { db, effectId, inputHash } = context
  const member = await db.read(members, memberId)
  if (!member?.residency || !isFor(meeting, member.residency)) return 'NOT_FOR_YOU'
  const { residency } = member
  return walkInMember(db, effectId('s'), meeting, { member, residency, inputHash }, by)
}
