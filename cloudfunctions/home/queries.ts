import type { Query } from '../kit/database'
import { above } from '../kit/where'

/** The boards of all communities, without what they say. */
export const allBoards = (): Query => ({
  where: { _id: above('') },
  sort: { _id: 1 },
  limit: 400,
  only: ['builtAt', 'hash'],
})
