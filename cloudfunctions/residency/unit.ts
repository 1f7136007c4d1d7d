import { households } from '../community/roster'
import type { Handler } from '../kit/handler'
import { boundByHousehold } from './bound'
import { householdsOf } from './queries'
import { byRoom } from './rules'
import { neighbourView } from './views'

/** The households of one of my units: the guard has refused any other. Three round trips. */
export const unit: Handler<'residency.unit'> = async ({ communityId, building, unit: asked }, { db }) => {
  const found = (await db.list(households, householdsOf(communityId, building, asked))).sort(byRoom)
  const bound = await boundByHousehold(
    db,
    found.map(({ _id }) => _id),
  )
  return {
    households: found.map(({ _id, room, persons }) => ({
      room,
      persons: persons.map(neighbourView),
      bound: bound.get(_id)?.length ?? 0,
    })),
  }
}
