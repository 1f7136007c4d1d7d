import type { Member } from '../kit/actor'
import { limits } from '../contract/limits'
import { householdIdOf } from '../community/roster'
import type { Door } from './rules'
import type { MovableResidency } from './states'
import { residencyIdOf, type Residency } from './store'

type Place = Door & { communityId: string }

/** What somebody begins with who never asked for anything. */
export const freshResidency = (memberId: string, place: Place, at: string): MovableResidency => ({
  _id: residencyIdOf(memberId),
  schemaVersion: 1,
  memberId,
  communityId: place.communityId,
  building: place.building,
  unit: place.unit,
  room: place.room,
  state: null,
  queueKey: null,
  name: '',
  phone: null,
  declaredAt: at,
  by: null,
  reason: '',
  history: [],
  timeline: [],
})

/**
 * The document of somebody who lives somewhere. Whoever was verified before these documents were kept has none: then
 * it says what the member's own says.
 */
export function residencyInForce(
  found: Residency | null,
  { _id, residency }: Member,
): MovableResidency | null {
  if (!residency) return null
  const { communityId, building, unit, room, verifiedAt } = residency
  if (found?.state === 'verified') return found
  return {
    ...(found ?? freshResidency(_id, { communityId, building, unit, room }, verifiedAt)),
    communityId,
    building,
    unit,
    room,
    state: 'verified',
    queueKey: null,
    by: 'before',
  }
}

/**
 * The member as a resident of a door from now on. Somebody the product did not know yet gets a document.
 * @param unread messages that already wait for somebody without one
 */
export function memberAt(
  member: Member | null,
  { communityId, building, unit, room }: Place,
  { memberId, name, unread, at }: { memberId: string; name: string; unread: number; at: string },
): Member {
  const residency = {
    communityId,
    householdId: householdIdOf(communityId, { building, unit, room }),
    building,
    unit,
    room,
    verifiedAt: at,
  }
  if (member) return { ...member, name, residency }
  return {
    _id: memberId,
    schemaVersion: 2,
    name,
    residency,
    registration: null,
    appointments: [],
    unread,
    pickupTries: { left: limits.pickup.wrongTries, windowEndsAt: at },
    createdAt: at,
  }
}
