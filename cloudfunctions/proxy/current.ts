import { knownPlaces } from '../community/read'
import type { Handler } from '../kit/handler'
import { goesOn } from '../kit/onBehalf'
import { proxies, proxyHelpers } from './store'
import { sessionView } from './views'

/** Four round trips; two for somebody who has never helped. */
export const current: Handler<'proxy.current'> = async (_input, { me, db, now }) => {
  const helper = await db.read(proxyHelpers, me.memberId)
  const proxy = helper && (await db.read(proxies, helper.proxyId))
  if (!proxy || !goesOn(proxy, now)) return { session: null }
  return { session: sessionView(proxy, await knownPlaces(db), now) }
}
