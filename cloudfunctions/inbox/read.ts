import { limits } from '../contract/limits'
import type { Actor } from '../kit/actor'
import type { Database } from '../kit/database'
import { unreadPage } from './queries'
import { inboxMessages } from './store'

const { counted } = limits.inbox

/**
 * How many messages wait for whoever calls, at most `limits.inbox.counted`. The member's own document says it: no
 * round trip, and one for somebody who has no such document. The named entry for `home`.
 */
export async function unreadOf(db: Database, { memberId, member }: Actor): Promise<number> {
  if (member) return Math.min(counted, member.unread)
  return (await db.list(inboxMessages, { ...unreadPage(memberId, counted), only: ['readAt'] })).length
}
