import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { noticesOf } from './queries'
import { notices } from './store'
import { staffView } from './views'

/** One page by key set. Two round trips. */
export const staffNotices: Handler<'notices.staffNotices'> = async ({ communityId, before }, { now, db }) => {
  const found = await db.list(notices, noticesOf(communityId, before))
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { notices: found.map((notice) => staffView(notice, now)), nextBefore: last?.order ?? null }
}
