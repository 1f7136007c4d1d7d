import type { Handler } from '../kit/handler'
import { moveAs } from './move'
import { isOwn, objectionView } from './views'

/** Nine round trips. */
export const settle: Handler<'proxy.settle'> = async ({ proxyId, text }, context) => {
  const { me } = context
  const settled = await moveAs(context, {
    ...{ proxyId, text, event: 'settle', who: 'lead' },
    isTheirs: ({ communityId, objection }) => me.covers(communityId) && objection !== '',
    whyNot: (proxy) => (isOwn(proxy, me.memberId) ? 'NOT_ONESELF' : null),
  })
  return objectionView(settled, me.memberId)
}
