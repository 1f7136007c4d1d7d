import { roles } from '../contract/access'
import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { placesOf } from './places'
import { handOf, isOperator, mayGive } from './policy'
import { dutiesAt, invitationsTo, membersById } from './queries'
import { duties, invitations, type Duty, type Invitation } from './store'
import { dutyView, finder, staffInvitationView } from './views'

/** Who has which duty at a place, and who is invited. Five round trips, six for the district's staff. */
export const staff: Handler<'duties.staff'> = async ({ placeId }, { me, now, db, fail }) => {
  const hand = handOf(me)
  const places = await placesOf(db, hand)
  const place = (placeId ? places.find(({ id }) => id === placeId) : places[0]) ?? fail('NOT_FOUND')
  const [held, invited] = await Promise.all([
    db.list(duties, dutiesAt(place.id)),
    db.list(invitations, invitationsTo(place.id, now.toISOString())),
  ])
  const find = finder(await peopleIn(db, held, invited))
  const given = roles.filter((role) => mayGive(hand, { role, placeId: place.id }))
  return {
    place,
    places,
    duties: [...held].sort(byRoleAndTime).map((duty) => dutyView(duty, find, hand)),
    invitations: invited
      .filter(({ role }) => given.includes(role))
      .map((invitation) => staffInvitationView(invitation, find)),
    mayGive: given,
  }
}

/** Members who have a duty or gave one. */
export function peopleIn(db: Database, held: readonly Duty[], invited: readonly Invitation[]) {
  const ids = [
    ...held.flatMap(({ memberId, givenBy }) => [memberId, givenBy]),
    ...invited.map(({ givenBy }) => givenBy),
  ]
  const wanted = [...new Set(ids)].filter((id) => !isOperator(id))
  return wanted.length > 0 ? db.list(members, membersById(wanted)) : Promise.resolve([])
}

const byRoleAndTime = (a: Duty, b: Duty): number =>
  roles.indexOf(a.role) - roles.indexOf(b.role) || (a.since < b.since ? -1 : 1)
