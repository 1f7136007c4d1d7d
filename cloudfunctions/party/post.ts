import type { Tx } from '../kit/transact'
import { requestOf } from '../kit/repeats'
import { consentEnds } from './consentEnds'
import { isAlive, movedRegistration } from './registrationStates'
import { registrationIdOf, registrations, type Registration } from './store'

export { withoutRegistration } from './inForce'
export { leaveAll } from './leaveAll'

/** Somebody's registration with a community; null where there never was one. One round trip. */
export const registrationWith = (
  tx: Tx,
  communityId: string,
  memberId: string,
): Promise<Registration | null> => tx.find(registrations, registrationIdOf(communityId, memberId))

/** Who no longer lives in a community, and who says so. */
export interface MovedAway {
  memberId: string
  communityId: string
  who: 'member' | 'staff'
  actor: string
  /** The effect of the request and the hash of its input. */
  request: [effectId: string, inputHash: string]
  at: string
}

/**
 * Ends somebody's registration with the community that they have left, or takes their application off the list, inside
 * the transaction of the move: the named entry for `residency`. What was told for it goes with it; the caller takes
 * it out of the member's document (`withoutRegistration`) and, afterwards, the person off the lists (`leaveAll`). Three
 * round trips, one where there is none.
 * @returns the registration as it is then; null where there never was one
 */
export async function endWithMove(
  tx: Tx,
  { memberId, communityId, who, actor, request, at }: MovedAway,
): Promise<Registration | null> {
  const found = await tx.find(registrations, registrationIdOf(communityId, memberId))
  if (!found || !isAlive(found.state)) return found
  const byStaff = found.state === 'applied' ? 'refuse' : 'end'
  const next = movedRegistration(found, who === 'member' ? 'withdraw' : byStaff, {
    who,
    actor,
    request: requestOf(...request),
    at,
    reason: '已不住在本社区',
  })
  if (!next) return found
  await consentEnds(tx, next, at, request[0])
  return tx.put(registrations, next)
}
