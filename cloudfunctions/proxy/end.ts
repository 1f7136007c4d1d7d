import type { Handler } from '../kit/handler'
import { moveAs } from './move'

/** Nine round trips; six for one that is over. */
export const end: Handler<'proxy.end'> = async ({ proxyId }, context) => {
  const { memberId } = context.me
  const isTheirs = ({ helperId }: { helperId: string }) => helperId === memberId
  const { _id, state } = await moveAs(context, { proxyId, event: 'end', who: 'helper', isTheirs })
  return { id: _id, state }
}
