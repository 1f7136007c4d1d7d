import type { Handler } from '../kit/handler'
import { mayRead } from './rules'
import { noticeReadings, notices, readingIdOf } from './store'
import { noticeView } from './views'

/** Three round trips; one for a guest. */
export const show: Handler<'notices.show'> = async ({ noticeId }, { me, db, fail }) => {
  const notice = await db.read(notices, noticeId)
  if (!notice || notice.takenDown) return fail('NOT_FOUND')
  const isStaff = me?.covers(notice.communityId) ?? false
  if (!mayRead(notice, { isStaff })) return fail('NOT_FOUND')
  return noticeView(notice, me && (await db.read(noticeReadings, readingIdOf(noticeId, me.memberId))))
}
