import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { casesOf, shownTo } from './queries'
import { cases } from './store'
import { briefView } from './views'

/** One page by key set. Two round trips. */
export const mine: Handler<'affairs.mine'> = async ({ before }, { me, now, db }) => {
  const found = await db.list(cases, casesOf(me.memberId, before, shownTo(me)))
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { cases: found.map((kase) => briefView(kase, now)), nextBefore: last?.order ?? null }
}
