import type { Handler } from '../kit/handler'
import { manages } from './manages'
import { notices } from './store'
import { textView } from './views'

/** Two round trips. Whoever looks after a notice is not counted as a reader of it. */
export const staffShown: Handler<'notices.staffShown'> = async ({ noticeId }, { me, db, files, fail }) => {
  const notice = await db.read(notices, noticeId)
  if (!notice || notice.takenDown || !manages(me, notice.communityId)) return fail('NOT_FOUND')
  return textView(notice, await files.links(notice.photos.map(({ photoId }) => photoId)))
}
