import type { Query } from '../kit/database'
import { oneOf } from '../kit/where'

/** Streets and communities of one district; 文登 has 47 communities. */
const maxPlaces = 400

/** All streets and communities, by id: few, small and read by most pages. Served by `places.kind_id`. */
export const allPlaces = (): Query => ({
  where: { kind: oneOf(['street', 'community']) },
  sort: { _id: 1 },
  limit: maxPlaces,
})

/** Households of a roster by id. */
export const householdsById = (ids: readonly string[]): Query => ({
  where: { _id: oneOf(ids) },
  limit: ids.length,
})
