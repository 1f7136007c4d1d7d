import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { messagesOf } from './queries'
import { unreadOf } from './read'
import { inboxMessages } from './store'
import { messageView } from './views'

/** One page by key set, and how many wait. Two round trips, three for somebody without a member document. */
export const messages: Handler<'inbox.messages'> = async ({ before }, { me, db }) => {
  const [found, unread] = await Promise.all([
    db.list(inboxMessages, messagesOf(me.memberId, before)),
    unreadOf(db, me),
  ])
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return { messages: found.map(messageView), nextBefore: last?.at ?? null, unread }
}
