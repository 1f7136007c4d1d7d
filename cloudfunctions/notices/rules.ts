import { buildingKey } from '../community/rules'
import { limits } from '../contract/limits'
import { chinaDay, endOfChinaDay } from '../kit/time'
import type { Notice } from './store'

const { notice: max } = limits

type Listed = Pick<Notice, '_id' | 'pinned' | 'order'>

/** Pinned ones first, then the newest. */
export const inOrder = <N extends Listed>(notices: readonly N[]): N[] =>
  [...notices].sort((a, b) => Number(b.pinned) - Number(a.pinned) || (a.order < b.order ? 1 : -1))

/** How a notice stands on a day in China. */
export function stateOn(
  { takenDown, held, shownUntil }: Pick<Notice, 'takenDown' | 'held' | 'shownUntil'>,
  today: string,
): 'shown' | 'over' | 'taken_down' | 'held' {
  if (takenDown) return 'taken_down'
  if (held) return 'held'
  return shownUntil < today ? 'over' : 'shown'
}

/** Whether a notice is one of a street, for all its communities. */
export const isOfStreet = (placeId: string): boolean => placeId.split('.').length === 2

/** The duty by which a place's notices are published, counted and taken down: that of the place itself. */
export const publisherOf = (placeId: string): 'street_staff' | 'community_worker' =>
  isOfStreet(placeId) ? 'street_staff' : 'community_worker'

/**
 * Why something cannot be published; null when it can.
 * @param shown how many of its own the place shows already
 */
export function whyNotPublish(
  placeId: string,
  shownUntil: string,
  shown: number,
  now: Date,
): 'NOTICE_DAY_OUT_OF_RANGE' | 'TOO_MANY_NOTICES' | null {
  const latest = chinaDay(endOfChinaDay(now, max.maxDays))
  if (shownUntil < chinaDay(now) || shownUntil > latest) return 'NOTICE_DAY_OUT_OF_RANGE'
  return shown >= (isOfStreet(placeId) ? max.streetListed : max.listed) ? 'TOO_MANY_NOTICES' : null
}

interface Viewer {
  residency: { communityId: string; building: string } | null
  /** Whether a duty in force reaches the notice's community. */
  isStaff: boolean
}

/** Whether a notice stands in somebody's list. Whoever works there sees all. */
export function concerns(
  { audience, placeId }: Pick<Notice, 'audience'> & { placeId: string },
  { residency, isStaff }: Viewer,
): boolean {
  if (isStaff || audience.kind === 'everyone') return true
  if (audience.kind === 'staff' || residency?.communityId !== placeId) return false
  const home = buildingKey(residency.building)
  return audience.buildings.some((building) => buildingKey(building) === home)
}

/** Whether somebody may read one of which they have the id: what is for staff alone is theirs alone. */
export const mayRead = (
  { audience, held }: Pick<Notice, 'audience' | 'held'>,
  { isStaff }: Pick<Viewer, 'isStaff'>,
): boolean => isStaff || (audience.kind !== 'staff' && !held)
