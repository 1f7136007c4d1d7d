import { maskedName, placeName } from '../community/rules'
import { DatabaseError } from '../kit/errors'
import type { Context, Handler } from '../kit/handler'
import { Refusal } from '../kit/refusal'
import type { Tx } from '../kit/transact'
import { mySignUp } from './mySignUp'
import { giveBack } from './places'
import { reservePlace, type Place } from './reserve'
import { moved, standsOn, type Movable } from './states'
import { householdIdIn, meetingHouseholds, signUps, type MeetingHousehold, type SignUp } from './store'

type Signing = Context<'meetings.signUp'>

/**
 * Signs up for a seat, or for the waitlist. The place is reserved first, outside the transaction, so that a rush on
 * one meeting does not conflict on its document; then household and sign-up are written together. Eight round trips
 * for a seat, nine for the waitlist.
 */
export const signUp: Handler<'meetings.signUp'> = async ({ meetingId }, context) => {
  const { db, fail, inputHash } = context
  const id = context.effectId('s')
  const place = await reservePlace(id, meetingId, context)
  const made = 'earlier' in place ? place.earlier : await begin(id, place, context)
  // The same request id with another input is a mistake of the client, never a second effect.
  if (made.inputHash !== inputHash) return fail('CONFLICT')
  return mySignUp(db, made)
}

async function begin(id: string, { kind, meeting }: Place, context: Signing): Promise<SignUp> {
  const { db, now } = context
  const putBack = () => giveBack(db, kind, meeting._id, id, now.toISOString())
  try {
    const made = await db.transact((tx, attempt) => write(tx, attempt, id, { kind, meeting }, context))
    // A repeat that came after the sign-up had moved on may have left a reservation that nothing stands on.
    if (!standsOn(made, kind, meeting._id)) await putBack()
    return made
  } catch (error) {
    if (wroteNothing(error)) await putBack()
    throw error
  }
}

/** Otherwise the reservation stays until a repeat or the sweeper sees what came of it. */
const wroteNothing = (error: unknown): boolean =>
  error instanceof Refusal || (error instanceof DatabaseError && !error.outcomeOpen)

async function write(tx: Tx, attempt: number, id: string, place: Place, context: Signing): Promise<SignUp> {
  const { me, fail } = context
  const { meeting } = place
  const householdId = householdIdIn(meeting._id, me.residency.householdId)
  const found = await tx.find(meetingHouseholds, householdId)
  const household: MeetingHousehold = found ?? { _id: householdId, schemaVersion: 1, members: [] }
  const denial = whyNotJoin(household, me.memberId, meeting.householdLimit)
  // Either may be this very request's own doing, repeated.
  const mine = denial || attempt > 0 ? await tx.find(signUps, id) : null
  if (mine) return mine
  if (denial) return fail(denial)
  const members = [...household.members, { memberId: me.memberId, signUpId: id }]
  await tx.put(meetingHouseholds, { ...household, members })
  return tx.insert(signUps, firstOf(id, place, context))
}

/** Why one more of a household cannot take part; null when it can. */
export function whyNotJoin(
  { members }: MeetingHousehold,
  memberId: string,
  limit: number | null,
): 'ALREADY_SIGNED_UP' | 'HOUSEHOLD_FULL' | null {
  if (members.some((one) => one.memberId === memberId)) return 'ALREADY_SIGNED_UP'
  return members.length >= (limit ?? members.length + 1) ? 'HOUSEHOLD_FULL' : null
}

/** A sign-up at its beginning. Of the member it keeps only what the host may see. */
function firstOf(id: string, { kind, meeting }: Place, { me, now, inputHash }: Signing): SignUp {
  const at = now.toISOString()
  const fresh: Movable = {
    _id: id,
    schemaVersion: 1,
    inputHash,
    meetingId: meeting._id,
    communityId: meeting.communityId,
    memberId: me.memberId,
    householdId: me.residency.householdId,
    name: maskedName(me.member.name),
    place: placeName(me.residency),
    state: null,
    signedUpAt: at,
    offerUntil: null,
    toldMinutes: false,
    toldMove: 0,
    timeline: [],
  }
  const by = { who: 'member', actor: me.memberId, by: me.by, request: id, at } as const
  const begun = moved(fresh, kind === 'seat' ? 'signUp' : 'wait', by)
  if (!begun) throw new Error('a sign-up that cannot begin')
  return begun
}
