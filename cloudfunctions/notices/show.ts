import type { Handler } from '../kit/handler'
import { mayRead } from './rules'
import { noticeReadings, notices, readingIdOf } from './store'
import { noticeView } from './views'

/** Three round trips; one for a guest. Links to photos are made last, for whoever may read the notice. */
export const show: Handler<'notices.show'> = async ({ noticeId }, { me, db, files, fail }) => {
  const notice = await db.read(notices, noticeId)
  if (!notice || notice.takenDown) return fail('NOT_FOUND')
  const isStaff = me?.covers(notice.communityId) ?? false
  if (!mayRead(notice, { isStaff })) return fail('NOT_FOUND')
  const seen = notice.photos.filter(({ held }) => isStaff || !held)
  const [reading, links] = await Promise.all([
    me && db.read(noticeReadings, readingIdOf(noticeId, me.memberId)),
    files.links(seen.map(({ photoId }) => photoId)),
  ])
  return noticeView(notice, { reading, links })
}
