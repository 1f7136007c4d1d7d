import type { Output } from '../contract'
import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import { chinaDay } from '../kit/time'
import { noticesOf, shownOn } from './queries'
import { superiorOf } from '../affairs/rules'
import { inOrder } from './rules'
import { notices } from './store'
import { staffView, type Listed } from './views'

/** What a community shows now, its street's with its own, in order. The named entry for `home`; one round trip. */
export const noticesShown = async (db: Database, communityId: string, now: Date): Promise<Listed[]> =>
  inOrder(await db.list(notices, shownOn([communityId, superiorOf(communityId)], chinaDay(now))))

/** How many of its own a community, or a street, shows now. One round trip. */
export const countShown = async (db: Database, placeId: string, now: Date): Promise<number> =>
  (await db.list(notices, shownOn([placeId], chinaDay(now)))).length

/** A page of all that a place ever published, newest first. One round trip. */
export async function staffPage(
  db: Database,
  placeId: string,
  before: string | undefined,
  now: Date,
): Promise<Output<'notices.staffNotices'>> {
  const found = await db.list(notices, noticesOf(placeId, before))
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { notices: found.map((notice) => staffView(notice, now)), nextBefore: last?.order ?? null }
}
