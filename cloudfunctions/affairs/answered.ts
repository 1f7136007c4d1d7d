import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { publishedIn } from './queries'
import { cases } from './store'
import { publicView } from './views'

/** One page by key set. Two round trips, one without a log-in. */
export const answered: Handler<'affairs.answered'> = async ({ communityId, before }, { db }) => {
  const found = await db.list(cases, publishedIn(communityId, before))
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { cases: found.map(publicView), nextBefore: last?.publishedKey ?? null }
}
