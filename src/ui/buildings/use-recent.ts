import { useKept } from '@/services/use-kept'
import { isSameSpot, type BuildingSpot } from './find-buildings'

/** So many are kept for each community. */
const most = 5

interface Recent {
  spots: BuildingSpot[]
}

/**
 * The buildings that somebody chose last in a community, the latest first. They stay on the device, and are gone when
 * another person uses it.
 */
export const useRecent = (communityId: string) => {
  const { value, read, change } = useKept<Recent>(`buildings.${communityId}`, { spots: [] })
  const add = (spot: BuildingSpot) =>
    change({ spots: [spot, ...read().spots.filter((one) => !isSameSpot(one, spot))].slice(0, most) })
  return { recent: value.spots, add }
}
