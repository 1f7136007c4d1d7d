import type { Actor } from '../kit/actor'
import type { Database } from '../kit/database'
import { placesOf } from './places'
import { handOf, isAppointer } from './policy'
import { aliveOf, openAt } from './queries'
import { duties } from './store'
import { mayDo } from './views'

/**
 * How many duties wait for the caller's approval or confirmation, as far as they are counted; null for one who gives
 * no duties. The named entry for `home`: no round trip for those, two or three for the others.
 */
export async function dutiesToDecide(db: Database, me: Actor): Promise<number | null> {
  const hand = handOf(me)
  if (!isAppointer(hand)) return null
  const places = await placesOf(db, hand)
  if (places.length === 0) return 0
  const open = await db.list(duties, openAt(places.map(({ id }) => id)))
  return open.filter((duty) => mayDo(duty, hand).some((act) => act !== 'revoke')).length
}

/**
 * Duties that somebody has, or that wait for a second approval. The named entry for `privacy`; one round trip.
 */
export async function dutiesOf(db: Database, { memberId, duties: inForce }: Actor): Promise<number> {
  const found = await db.list(duties, aliveOf(memberId))
  return Math.max(inForce.length, found.length)
}
