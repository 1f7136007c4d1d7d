import type { Database } from '../kit/database'
import { allPlaces } from './queries'
import { places, type Place } from './store'

/** All streets and communities of the district. The named entry for other domains; one round trip. */
export const knownPlaces = (db: Database): Promise<Place[]> => db.list(places, allPlaces())
