import type { Database } from '../kit/database'
import { waitingCounted } from './queries'
import { residencies } from './store'

/** How many wait to be verified, at most `limits.residency.counted`. The named entry for `home`; one round trip. */
export const waitingResidents = async (db: Database, communityId: string): Promise<number> =>
  (await db.list(residencies, waitingCounted(communityId))).length
