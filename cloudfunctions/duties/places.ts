import { knownPlaces, placeOf } from '../community/read'
import type { Output } from '../contract'
import type { Database } from '../kit/database'
import { levelOf, looksAfter, type Hand } from './policy'

export type DutyPlace = Output<'duties.staff'>['place']

/** The places whose duties somebody looks after: their own district first, then by id. Two round trips at most. */
export async function placesOf(db: Database, hand: Hand): Promise<DutyPlace[]> {
  const districts = hand.duties.filter(({ placeId }) => levelOf(placeId) === 'district')
  const own = districts[0] ? await placeOf(db, districts[0].placeId) : null
  const known = [...(own ? [own] : []), ...(await knownPlaces(db))]
  return known
    .filter(({ _id }) => looksAfter(hand, _id))
    .map(({ _id, name, kind }) => ({ id: _id, name, level: kind }))
}
