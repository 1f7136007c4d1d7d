import type { Handler } from '../kit/handler'
import { objectedIn } from './queries'
import { proxies } from './store'
import { objectionView } from './views'

/** Two round trips. */
export const objections: Handler<'proxy.objections'> = async ({ communityId }, { me, db }) => ({
  objections: (await db.list(proxies, objectedIn(communityId))).map((one) => objectionView(one, me.memberId)),
})
