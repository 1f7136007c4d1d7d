import { useState } from 'react'
import { useSession, workCommunities, workCommunity } from '@/services/session'

/** A street or a community whose numbers somebody keeps. */
export interface KeptPlace {
  id: string
  name: string
}

interface Places {
  places: KeptPlace[]
  place: KeptPlace | null
  choose: (placeId: string) => void
}

const keepers = ['community_worker', 'street_staff']

/**
 * The places whose numbers I keep, a street before its communities, and the one that is chosen.
 * @param asked the one that the page was opened for
 */
export const usePlaces = (asked?: string): Places => {
  const session = useSession()
  const [chosen, choose] = useState<string | null>(asked ?? null)
  const duties = (session.me?.duties ?? []).filter(({ role }) => keepers.includes(role))
  const streets = duties
    .filter(({ placeId }) => placeId.split('.').length === 2)
    .map(({ placeId, placeName }) => ({ id: placeId, name: placeName }))
  const communities = workCommunities(session.me).filter(({ id }) =>
    duties.some(({ communities: some }) => some.some((one) => one.id === id)),
  )
  const places = [...streets, ...communities.map(({ id, name }) => ({ id, name }))]
  const usual = streets[0]?.id ?? workCommunity(session)?.id
  const find = (id: string | null | undefined) => places.find((place) => place.id === id)
  return { places, place: find(chosen) ?? find(usual) ?? places[0] ?? null, choose }
}

/** Whether all communities of a street see what stands there. */
export const isStreet = (placeId: string): boolean => placeId.split('.').length === 2
