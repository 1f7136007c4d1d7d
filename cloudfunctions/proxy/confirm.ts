import type { Handler } from '../kit/handler'
import { moveAs } from './move'
import { recordView } from './views'

/** Six round trips. */
export const confirm: Handler<'proxy.confirm'> = async ({ proxyId }, context) => {
  const { memberId } = context.me
  const isTheirs = ({ residentId }: { residentId: string }) => residentId === memberId
  return recordView(await moveAs(context, { proxyId, event: 'confirm', who: 'resident', isTheirs }))
}
