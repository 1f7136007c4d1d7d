import type { Handler } from '../kit/handler'
import { notices } from './store'
import { noticeView } from './views'

/** Two round trips. */
export const show: Handler<'notices.show'> = async ({ noticeId }, { me, db, fail }) => {
  const notice = await db.read(notices, noticeId)
  if (!notice || notice.takenDown) return fail('NOT_FOUND')
  return notice.held && !me?.covers(notice.communityId) ? fail('NOT_FOUND') : noticeView(notice)
}
