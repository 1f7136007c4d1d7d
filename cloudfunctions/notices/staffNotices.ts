import type { Handler } from '../kit/handler'
import { staffPage } from './read'

/** One page by key set. Two round trips. */
export const staffNotices: Handler<'notices.staffNotices'> = async ({ communityId, before }, { now, db }) =>
  staffPage(db, communityId, before, now)
