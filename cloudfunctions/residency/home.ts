import { knownPlaces } from '../community/read'
import { communityView } from '../community/views'
import type { Output } from '../contract'
import { bounds } from '../contract/residency-bounds'
import type { Actor, Residency as Home } from '../kit/actor'
import type { Context, Handler } from '../kit/handler'
import { meetingsWithMe } from '../meetings/read'
import { hasRegistration } from '../party/read'
import { boundTo } from './queries'
import { residencies, residencyIdOf } from './store'
import { members } from '../kit/actor'
import { othersOf, pastOfMine, requestOfMine } from './views'

type Residence = NonNullable<Output<'residency.home'>['residence']>

/** What I asked for, where I live, where I lived. Three round trips, seven for a resident. */
export const home: Handler<'residency.home'> = async (_input, context) => {
  const { me, db } = context
  const [found, places, part] = await Promise.all([
    db.read(residencies, residencyIdOf(me.memberId)),
    knownPlaces(db),
    me.residency && residencePart(me, me.residency, context),
  ])
  const communityName = me.residency ? (communityView(me.residency.communityId, places)?.name ?? '') : ''
  const by = found?.state === 'verified' && found.by ? found.by : 'before'
  return {
    request: me.residency ? null : requestOfMine(found, places),
    residence: part && { ...part, communityName, by },
    history: pastOfMine(found?.history ?? [], places),
  }
}

async function residencePart(
  { memberId }: Actor,
  { communityId, householdId, building, unit, room, verifiedAt }: Home,
  { db, now }: Context<'residency.home'>,
): Promise<Omit<Residence, 'communityName' | 'by'>> {
  const [bound, signUps, registration] = await Promise.all([
    db.list(members, boundTo([householdId], bounds.boundListed)),
    meetingsWithMe(db, memberId, communityId, now),
    hasRegistration(db, memberId, communityId),
  ])
  return {
    building,
    unit,
    room,
    since: verifiedAt,
    bound: Math.max(1, bound.length),
    others: othersOf(bound, memberId),
    ends: { signUps, registration },
  }
}
