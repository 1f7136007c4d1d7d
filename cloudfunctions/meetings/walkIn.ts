import type { Member, Residency } from '../kit/actor'
import { maskedName, placeName } from '../community/rules'
import type { Database } from '../kit/database'
import { moveSignUp, wasMovedBy } from './move'
import { giveBack } from './places'
import { moved, type Movable, type MovedBy } from './states'
import { householdIdIn, meetingHouseholds, meetings, signUps, type MeetingFacts, type SignUp } from './store'

/** Takes a seat for somebody at the door, whether others wait or not: they are not there. One round trip. */
const takeSeat = (db: Database, meetingId: string, signUpId: string, at: string): Promise<boolean> =>
  db.take(meetings, meetingId, signUpId, { quantity: 1, at }, { state: 'open' })

/** One who waits has come and takes a free seat. Seven round trips. @returns why not, or the sign-up */
export async function walkInWaiting(
  db: Database,
  signUpId: string,
  by: MovedBy,
): Promise<SignUp | 'FULL' | 'NOT_SIGNED_UP'> {
  const before = await db.read(signUps, signUpId)
  if (!before) return 'NOT_SIGNED_UP'
  if (!(await takeSeat(db, before.meetingId, signUpId, by.at))) {
    const present = await db.read(signUps, signUpId)
    return present && wasMovedBy(present, by.request) ? present : 'FULL'
  }
  const attended = await db.transact(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    return signUp && moveSignUp(tx, signUp, 'walkIn', by)
  })
  await giveBack(db, attended ? 'waitlist' : 'seat', before.meetingId, signUpId, attended ? undefined : by.at)
  return attended ?? 'NOT_SIGNED_UP'
}

/** Somebody without the mini program. Four round trips. @returns the guest's sign-up, also of an earlier call */
export async function walkInGuest(
  db: Database,
  id: string,
  meeting: MeetingFacts,
  { name, inputHash }: { name: string; inputHash: string },
  by: MovedBy,
): Promise<SignUp | 'FULL' | 'CONFLICT'> {
  const fresh = begun(id, meeting, { name, inputHash, memberId: null, householdId: null, place: '' }, by)
  if (await takeSeat(db, meeting._id, id, by.at)) {
    if (await db.insert(signUps, fresh)) return fresh
    await giveBack(db, 'seat', meeting._id, id, by.at)
  }
  const earlier = await db.read(signUps, id)
  if (!earlier) return 'FULL'
  return earlier.inputHash === inputHash ? earlier : 'CONFLICT'
}

/**
 * A member who did not sign up. The household's limit is for those who plan ahead; that nobody takes part twice
 * holds here too. Seven round trips.
 */
export async function walkInMember(
  db: Database,
  id: string,
  meeting: MeetingFacts,
  { member, residency, inputHash }: { member: Member; residency: Residency; inputHash: string },
  by: MovedBy,
): Promise<SignUp | 'FULL' | 'ALREADY_CHECKED_IN' | 'CONFLICT'> {
  const householdId = residency.householdId
  const who = { name: maskedName(member.name), place: placeName(residency), memberId: member._id }
  const fresh = begun(id, meeting, { ...who, inputHash, householdId }, by)
  const ours = (earlier: SignUp | null) => (earlier && earlier.inputHash !== inputHash ? 'CONFLICT' : earlier)
  if (!(await takeSeat(db, meeting._id, id, by.at))) return ours(await db.read(signUps, id)) ?? 'FULL'
  const result = await db.transact(async (tx, attempt) => {
    const earlier = attempt > 0 ? ours(await tx.find(signUps, id)) : null
    if (earlier) return earlier
    const _id = householdIdIn(meeting._id, householdId)
    const household = await tx.find(meetingHouseholds, _id)
    const members = household?.members ?? []
    if (members.some(({ memberId }) => memberId === member._id))
      return ours(await tx.find(signUps, id)) ?? 'ALREADY_CHECKED_IN'
    await tx.put(meetingHouseholds, {
      _id,
      schemaVersion: 1,
      members: [...members, { memberId: member._id, signUpId: id }],
    })
    return tx.insert(signUps, fresh)
  })
  if (typeof result === 'string') await giveBack(db, 'seat', meeting._id, id, by.at)
  return result
}

type Who = Pick<SignUp, 'name' | 'place' | 'memberId' | 'householdId' | 'inputHash'>

function begun(id: string, { _id: meetingId, communityId }: MeetingFacts, who: Who, by: MovedBy): SignUp {
  const fresh: Movable = {
    _id: id,
    schemaVersion: 1,
    meetingId,
    communityId,
    ...who,
    state: null,
    signedUpAt: by.at,
    offerUntil: null,
    toldMinutes: false,
    toldMove: 0,
    timeline: [],
  }
  const walkedIn = moved(fresh, 'walkIn', by)
  if (!walkedIn) throw new Error('a walk-in that cannot begin')
  return walkedIn
}
