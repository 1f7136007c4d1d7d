import type { z } from 'zod'
import type { Output } from '../contract'
import type { Community } from '../contract/community'
import { reach, type Actor, type Residency } from '../kit/actor'
import { maxCommunities } from './placeRules'
import type { Place } from './store'

type CommunityView = z.output<typeof Community>
type Me = Output<'community.me'>

/** The communities among some places, as anybody may see them. */
export const communityViews = (places: readonly Place[]): CommunityView[] =>
  places
    .filter(({ kind }) => kind === 'community')
    .slice(0, maxCommunities)
    .map((place) => viewOf(place, places))

/** One community, or null when there is none of that id. */
export function communityView(communityId: string, places: readonly Place[]): CommunityView | null {
  const place = places.find(({ _id, kind }) => _id === communityId && kind === 'community')
  return place ? viewOf(place, places) : null
}

/** Where a resident lives; null while that is not verified. */
export function residencyView(residency: Residency | null, places: readonly Place[]): Me['residency'] {
  const community = residency && communityView(residency.communityId, places)
  if (!residency || !community) return null
  return { community, building: residency.building, unit: residency.unit, room: residency.room }
}

/** Each duty with the communities that it reaches. */
export const dutyViews = (duties: Actor['duties'], places: readonly Place[]): Me['duties'] =>
  duties.map((duty) => ({
    ...duty,
    within: duty.within ?? null,
    placeName: places.find(({ _id }) => _id === duty.placeId)?.name ?? '',
    communities: communityViews(places).filter(({ id }) => reach([duty], id)),
  }))

const viewOf = (place: Place, places: readonly Place[]): CommunityView => ({
  id: place._id,
  name: place.name,
  streetName: places.find(({ _id }) => _id === streetOf(place._id))?.name ?? '',
  phone: place.phone,
})

const streetOf = (communityId: string): string => communityId.split('.').slice(0, 2).join('.')
