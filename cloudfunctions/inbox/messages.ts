import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { messagesBeside, messagesOf } from './queries'
import { unreadOf } from './read'
import { inboxMessages } from './store'
import { messageView } from './views'

/**
 * One page by key set, and how many wait. Two round trips, one more after the first page, and one for somebody without
 * a member document.
 */
export const messages: Handler<'inbox.messages'> = async ({ before }, { me, db }) => {
  const [at, id] = before ? [before.slice(0, 24), before.slice(25)] : []
  const [beside, older, unread] = await Promise.all([
    at && id ? db.list(inboxMessages, messagesBeside(me.memberId, at, id)) : [],
    db.list(inboxMessages, messagesOf(me.memberId, at)),
    unreadOf(db, me),
  ])
  const found = [...beside, ...older].slice(0, limits.pageSize)
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { messages: found.map(messageView), nextBefore: last ? `${last.at}:${last._id}` : null, unread }
}
