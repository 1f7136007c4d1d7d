import type { Handler } from '../kit/handler'
import { notices } from './store'
import { noticeView } from './views'

/** Two round trips. */
export const show: Handler<'notices.show'> = async ({ noticeId }, { db, fail }) => {
  const notice = await db.read(notices, noticeId)
  return !notice || notice.takenDown ? fail('NOT_FOUND') : noticeView(notice)
}
