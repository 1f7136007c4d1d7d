import type { Context } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { hasEnded, moved, type MovedBy } from './states'
import { householdIdIn, meetingHouseholds, signUps, type SignUp, type SignUpEvent } from './store'

/**
 * Moves a sign-up that was found in the same transaction. One that ends leaves its household's list, so that its
 * person may sign up again. One round trip, three for an ending.
 * @returns the moved sign-up, or null when its state has no such event
 */
export async function moveSignUp(
  tx: Tx,
  signUp: SignUp,
  event: SignUpEvent,
  by: MovedBy,
): Promise<SignUp | null> {
  const next = moved(signUp, event, by)
  if (!next) return null
  if (hasEnded(next.state) && next.householdId) {
    const household = await tx.find(meetingHouseholds, householdIdIn(next.meetingId, next.householdId))
    const members = household?.members.filter(({ signUpId }) => signUpId !== next._id)
    if (household && members) await tx.put(meetingHouseholds, { ...household, members })
  }
  return tx.put(signUps, next)
}

/** What a timeline says of the request that moved its sign-up: its effect and its input. */
export const requestOf = ({
  effectId,
  inputHash,
}: Pick<Context<'meetings.checkIn'>, 'effectId' | 'inputHash'>) => `${effectId('a')}:${inputHash}`

/** Whether a request has moved this sign-up before: a repeat changes nothing. */
export const wasMovedBy = (signUp: SignUp, request: string): boolean =>
  signUp.timeline.some((row) => row.request === request)
