import { useSession, workCommunity, type Me } from '@/services/session'

/** For whom somebody publishes: a community, or a street with all of its communities. */
export interface Office {
  kind: 'community' | 'street'
  id: string
  name: string
}

/** Pure: the community on which somebody works, where the duty is that of its workers, and the own streets. */
export const officesOf = (me: Me | null, community: { id: string; name: string } | null): Office[] => {
  const duties = me?.duties ?? []
  const isWorker = duties.some(
    ({ role, communities }) =>
      role === 'community_worker' && communities.some(({ id }) => id === community?.id),
  )
  const streets = duties.filter(
    ({ role, placeId }) => role === 'street_staff' && placeId.split('.').length === 2,
  )
  return [
    ...(community && isWorker
      ? [{ kind: 'community' as const, id: community.id, name: community.name }]
      : []),
    ...streets.map(({ placeId, placeName }) => ({ kind: 'street' as const, id: placeId, name: placeName })),
  ]
}

/** The same of whoever is signed in. */
export const useOffices = (): Office[] => {
  const me = useSession((session) => session.me)
  const community = useSession(workCommunity)
  return officesOf(me, community)
}
