import { refreshBoard } from '../home/post'
import { claimFirst } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { notices } from './store'
import { staffView } from './views'

/** Takes a notice away for good. Of two at once one does it. Five round trips at most, and nine for the board. */
export const takeDown: Handler<'notices.takeDown'> = async ({ noticeId, reason }, context) => {
  const { me, now, db, fail, inputHash } = context
  const effectId = context.effectId('a')
  const notice = await db.read(notices, noticeId)
  if (!notice || !me.covers(notice.communityId)) return fail('NOT_FOUND')
  await claimFirst(db, context)
  const takenDown = { at: now.toISOString(), by: me.memberId, reason, effectId, inputHash }
  const mine =
    notice.takenDown === null &&
    (await db.changeIf(notices, noticeId, { takenDown: null }, { takenDown, listedUntil: null }))
  if (!mine) {
    const present = (await db.read(notices, noticeId)) ?? notice
    if (present.takenDown?.effectId !== effectId) return fail('ALREADY_TAKEN_DOWN')
    return present.takenDown.inputHash === inputHash ? staffView(present, now) : fail('CONFLICT')
  }
  await refreshBoard(notice.communityId, context)
  return staffView({ ...notice, takenDown, listedUntil: null }, now)
}
