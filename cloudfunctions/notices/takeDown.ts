import { refreshBoards } from '../home/post'
import { claimFirst } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { letGoOf } from '../kit/uploads'
import { manages } from './manages'
import { notices } from './store'
import { staffView } from './views'

/**
 * Takes a notice away for good, and its photos. Of two at once one does it. Five round trips at most, one for each
 * photo, and nine for the board.
 */
export const takeDown: Handler<'notices.takeDown'> = async ({ noticeId, reason }, context) => {
  const { me, now, db, fail, inputHash } = context
  const effectId = context.effectId('a')
  const notice = await db.read(notices, noticeId)
  if (!notice || !manages(me, notice.communityId)) return fail('NOT_FOUND')
  await claimFirst(db, context)
  // First: a photo that is still shown is kept by whoever looks for unused ones.
  await Promise.all(notice.photos.map(({ photoId }) => letGoOf(db, photoId, now)))
  const takenDown = { at: now.toISOString(), by: me.memberId, reason, effectId, inputHash }
  const mine =
    notice.takenDown === null &&
    (await db.changeIf(notices, noticeId, { takenDown: null }, { takenDown, listedUntil: null, photos: [] }))
  if (!mine) {
    const present = (await db.read(notices, noticeId)) ?? notice
    if (present.takenDown?.effectId !== effectId) return fail('ALREADY_TAKEN_DOWN')
    return present.takenDown.inputHash === inputHash ? staffView(present, now) : fail('CONFLICT')
  }
  await refreshBoards(notice.communityId, context)
  return staffView({ ...notice, takenDown, listedUntil: null, photos: [] }, now)
}
