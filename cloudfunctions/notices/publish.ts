import { refreshBoard } from '../home/post'
import type { Handler } from '../kit/handler'
import { noticesShown } from './read'
import { whyNotPublish } from './rules'
import { notices, type Notice } from './store'
import { staffView } from './views'

/**
 * Publishes a notice; it is on the community's board before the answer. Its document is its own audit row, and a
 * repeat of the request finds it. Four round trips, and nine for the board.
 */
export const publish: Handler<'notices.publish'> = async (input, context) => {
  const { me, now, db, fail, inputHash } = context
  const { requestId: _requestId, ...said } = input
  const id = context.effectId('b')
  const earlier = await db.read(notices, id)
  if (earlier) return earlier.inputHash === inputHash ? staffView(earlier, now) : fail('CONFLICT')
  const shown = await noticesShown(db, input.communityId, now)
  const denial = whyNotPublish(input.shownUntil, shown.length, now)
  if (denial) return fail(denial)
  const at = now.toISOString()
  const fresh: Notice = {
    ...said,
    _id: id,
    schemaVersion: 1,
    inputHash,
    listedUntil: input.shownUntil,
    publishedAt: at,
    publishedBy: me.memberId,
    order: `${at}:${id}`,
    takenDown: null,
  }
  const isNew = await db.insert(notices, fresh)
  const notice = isNew ? fresh : ((await db.read(notices, id)) ?? fail('CONFLICT'))
  if (notice.inputHash !== inputHash) return fail('CONFLICT')
  await refreshBoard(input.communityId, context)
  return staffView(notice, now)
}
