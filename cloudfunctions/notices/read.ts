import type { Database } from '../kit/database'
import { chinaDay } from '../kit/time'
import { shownOn } from './queries'
import { inOrder } from './rules'
import { notices } from './store'
import type { Listed } from './views'

/** What a community shows now, in order. The named entry for `home`; one round trip. */
export const noticesShown = async (db: Database, communityId: string, now: Date): Promise<Listed[]> =>
  inOrder(await db.list(notices, shownOn(communityId, chinaDay(now))))
