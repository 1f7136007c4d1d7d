import { appointedOver } from '../community/read'
import { bounds } from '../contract/proxy-bounds'
import { actorOf } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { moveAs } from './move'
import { objectionNotice } from './notices'
import { proxies } from './store'
import { recordView } from './views'

/** The community's secretaries are told in the same transaction. Eleven round trips with one of them. */
export const object: Handler<'proxy.object'> = async ({ proxyId, text }, context) => {
  const { me, db, now, fail } = context
  const found = await db.read(proxies, proxyId)
  if (found?.residentId !== me.memberId) return fail('NOT_FOUND')
  const leads = (await appointedOver(db, found.communityId))
    .filter(({ _id }) => _id !== found.helperId && _id !== me.memberId)
    .filter((one) => actorOf(one._id, one, now).duties.some(({ role }) => role === 'community_lead'))
    .slice(0, bounds.leadsTold)
  const objected = await moveAs(context, {
    ...{ proxyId, text, event: 'object', who: 'resident' },
    isTheirs: ({ residentId }) => residentId === me.memberId,
    alsoTold: (proxy, at) => leads.map(({ _id }) => objectionNotice(proxy, _id, at)),
  })
  return recordView(objected)
}
