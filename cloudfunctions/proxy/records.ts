import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { recordsOf } from './queries'
import { proxies } from './store'
import { recordView } from './views'

/** One page by key set. Two round trips. */
export const records: Handler<'proxy.records'> = async ({ before }, { me, db }) => {
  const found = await db.list(proxies, recordsOf(me.memberId, before))
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { records: found.map(recordView), nextBefore: last?.order ?? null }
}
