import type { Query } from '../kit/database'
import { oneOf } from '../kit/where'

/** What serves a community: its own directory and its street's. */
export const directoriesFor = (communityId: string): Query => ({
  where: { _id: oneOf([communityId, streetOf(communityId)]) },
  limit: 2,
})

const streetOf = (communityId: string): string => communityId.split('.').slice(0, 2).join('.')
