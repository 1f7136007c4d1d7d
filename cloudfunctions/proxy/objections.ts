import type { Handler } from '../kit/handler'
import { objectedIn } from './queries'
import { proxies } from './store'
import { objectionView } from './views'

/** Two round trips. */
export const objections: Handler<'proxy.objections'> = async ({ communityId }, { me, db }) => {
  const found = await db.list(proxies, objectedIn(communityId))
  // What was wiped before an objection lapsed with it still stands in the queue.
  const waiting = found.filter(({ objectionKey }) => objectionKey !== null)
  return { objections: waiting.map((one) => objectionView(one, me.memberId)) }
}
