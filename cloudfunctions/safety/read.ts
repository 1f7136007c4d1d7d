import type { Database } from '../kit/database'
import { countedIn } from './queries'
import { checks } from './store'

/** What waits in communities for a person's decision, as far as it counts. The named entry for `home`; one round trip. */
export const waitingForReview = async (db: Database, communityIds: readonly string[]): Promise<number> =>
  (await db.list(checks, countedIn(communityIds, 'review'))).length
