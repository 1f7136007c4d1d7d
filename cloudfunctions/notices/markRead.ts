import { reach } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { mayRead } from './rules'
import { noticeReadings, notices, readingIdOf, type Reading } from './store'

/**
 * The reading is one document for the pair, its first time and its first confirmation stand: a repeat changes
 * nothing. Three round trips, five for a confirmation of what was read before.
 */
export const markRead: Handler<'notices.markRead'> = async ({ noticeId, confirm }, { me, now, db, fail }) => {
  const notice = await db.read(notices, noticeId)
  const isGone = !notice || notice.takenDown || !mayRead(notice, { isStaff: me.covers(notice.communityId) })
  if (isGone) return fail('NOT_FOUND')
  const at = now.toISOString()
  const livesThere =
    me.residency !== null && reach([{ placeId: notice.communityId }], me.residency.communityId)
  const fresh: Reading = {
    _id: readingIdOf(noticeId, me.memberId),
    schemaVersion: 1,
    noticeId,
    memberId: me.memberId,
    householdId: livesThere ? (me.residency?.householdId ?? null) : null,
    at,
    confirmedAt: confirm && notice.asksConfirm ? at : null,
  }
  if (await db.insert(noticeReadings, fresh)) return { readAt: at, confirmedAt: fresh.confirmedAt }
  if (fresh.confirmedAt)
    await db.changeIf(noticeReadings, fresh._id, { confirmedAt: null }, { confirmedAt: at })
  const stored = (await db.read(noticeReadings, fresh._id)) ?? fresh
  return { readAt: stored.at, confirmedAt: stored.confirmedAt }
}
