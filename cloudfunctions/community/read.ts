import { members, type Member } from '../kit/actor'
import type { Database } from '../kit/database'
import { allPlaces, appointedAt, householdPage, householdsFrom, householdsUnder } from './queries'
import { households, places, type Household, type Place } from './store'

/** All streets and communities of the district. The named entry for other domains; one round trip. */
export const knownPlaces = (db: Database): Promise<Place[]> => db.list(places, allPlaces())

/** The name of a place; empty where there is none of that id. One round trip. */
export const nameOfPlace = async (db: Database, placeId: string): Promise<string> =>
  (await db.read(places, placeId))?.name ?? ''

/** A place by its id; null where there is none. One round trip. */
export const placeOf = (db: Database, placeId: string): Promise<Place | null> => db.read(places, placeId)

/** Everybody who has or had a duty over a community, at it or above it. One round trip. */
export const appointedOver = (db: Database, communityId: string): Promise<Member[]> =>
  db.list(members, appointedAt(pathOf(communityId)))

/** The next households of a community's roster, in order of id. The named entry for `exports`; one round trip. */
export const householdsAfter = (
  db: Database,
  communityId: string,
  cursor: string | null,
  limit: number,
): Promise<Household[]> => db.list(households, householdPage(communityId, cursor, limit))

/** How many there are. One round trip. */
export const countHouseholds = (db: Database, communityId: string): Promise<number> =>
  db.count(households, householdsFrom(communityId, null))

/** The same in all communities of a street. One round trip. */
export const countHouseholdsUnder = (db: Database, streetId: string): Promise<number> =>
  db.count(households, householdsUnder(streetId))

/** The place itself, its street and its district. */
const pathOf = (placeId: string): string[] =>
  placeId.split('.').map((_part, index, parts) => parts.slice(0, index + 1).join('.'))

/** The phone that the roster has of somebody behind a door; null where it has none. One round trip. */
export async function rosterPhoneOf(db: Database, householdId: string, name: string): Promise<string | null> {
  const household = await db.read(households, householdId)
  return household?.persons.find((person) => person.name === name)?.phone ?? null
}
