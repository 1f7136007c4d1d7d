import type { Handler } from '../kit/handler'
import { readingsById } from './queries'
import { noticesShown } from './read'
import { concerns } from './rules'
import { noticeReadings, readingIdOf } from './store'
import { briefView } from './views'

/** What concerns the caller. Three round trips; one for a guest. */
export const list: Handler<'notices.list'> = async ({ communityId }, { me, now, db }) => {
  const viewer = { residency: me?.residency ?? null, isStaff: me?.covers(communityId) ?? false }
  const shown = (await noticesShown(db, communityId, now)).filter(({ audience, communityId: placeId }) =>
    concerns({ audience, placeId }, viewer),
  )
  const ids = me ? shown.map(({ _id }) => readingIdOf(_id, me.memberId)) : []
  const readings = ids.length > 0 ? await db.list(noticeReadings, readingsById(ids)) : []
  const read = new Set(readings.map(({ noticeId }) => noticeId))
  return {
    notices: shown.map((notice) => ({ ...briefView(notice), read: me ? read.has(notice._id) : null })),
  }
}
