import type { Member } from '../cloudfunctions/kit/actor'
import { memberIdOf } from '../cloudfunctions/kit/ids'
import { householdIdOf } from '../cloudfunctions/community/roster'
import { limits } from '../cloudfunctions/contract/limits'
import type { Persona } from './personas'

/** The member document of a registered person, verified at `since`. */
export function memberOf({ openId, name, home, duty }: Omit<Persona, 'id'>, since: Date): Member {
  const at = since.toISOString()
  return {
    _id: memberIdOf(openId),
    schemaVersion: 2,
    name,
    residency: home && { ...home, householdId: householdIdOf(home.communityId, home), verifiedAt: at },
    registration: null,
    unread: 0,
    appointments: duty ? [{ ...duty, from: at, until: null }] : [],
    pickupTries: { left: limits.pickup.wrongTries, windowEndsAt: at },
    createdAt: at,
  }
}
