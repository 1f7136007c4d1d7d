import { members } from '../kit/actor'
import { claimFirst } from '../kit/claim'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { unreadBy, unreadPage } from './queries'
import { unreadOf } from './read'
import { inboxMessages } from './store'

/** Messages that one transaction marks: each is a write, and CloudBase ends a transaction that takes long. */
const batch = 50

/** Transactions of one call; whoever has more unread messages is told that some are left. */
const maxBatches = 10

/**
 * Marks one message, or all of them, and moves the count with them. A repeat finds them read. One message costs at
 * most nine round trips; all of them one, five for each fifty, and one for each message.
 */
export const read: Handler<'inbox.read'> = async ({ messageId }, context) => {
  const { me, now, db, fail } = context
  const at = now.toISOString()
  if (messageId !== null) {
    const message = await db.read(inboxMessages, messageId)
    if (message?.memberId !== me.memberId) return fail('NOT_FOUND')
    if (message.readAt !== null) return { unread: await unreadOf(db, me) }
  }
  // What came in since is not read by a repeat that means all.
  if ((await claimFirst(db, context)) && messageId === null) return { unread: await unreadOf(db, me) }
  if (!me.member) {
    await markUncounted(db, me.memberId, messageId, at)
    return { unread: await unreadOf(db, me) }
  }
  const unread =
    messageId === null ? await markAll(db, me.memberId, at) : await markOne(db, me.memberId, messageId, at)
  return { unread: await unreadOf(db, { ...me, member: { ...me.member, unread } }) }
}

/** Somebody without a member document has no count that could go wrong. */
async function markUncounted(db: Database, memberId: string, messageId: string | null, readAt: string) {
  if (messageId === null) await db.changeMany(inboxMessages, unreadBy(memberId), { readAt })
  else await db.changeIf(inboxMessages, messageId, unreadBy(memberId), { readAt })
}

/** @returns what is unread afterwards */
const markOne = (db: Database, memberId: string, messageId: string, readAt: string): Promise<number> =>
  db.transact(async (tx) => {
    const member = await tx.find(members, memberId)
    const message = await tx.find(inboxMessages, messageId)
    if (!member || !message) return 0
    if (message.readAt !== null) return member.unread
    await tx.put(inboxMessages, { ...message, readAt })
    return (await tx.put(members, { ...member, unread: Math.max(0, member.unread - 1) })).unread
  })

async function markAll(db: Database, memberId: string, readAt: string): Promise<number> {
  let unread = 0
  for (let round = 0; round < maxBatches; round += 1) {
    unread = await markBatch(db, memberId, readAt)
    if (unread === 0) break
  }
  return unread
}

/**
 * Whatever changes what is unread also writes the member's document. So the list, which a transaction cannot ask
 * for, is right if that document has not changed since: otherwise the commit conflicts and all of it starts over.
 */
const markBatch = (db: Database, memberId: string, readAt: string): Promise<number> =>
  db.transact(async (tx) => {
    const member = await tx.find(members, memberId)
    const found = await db.list(inboxMessages, unreadPage(memberId, batch))
    for (const message of found) await tx.put(inboxMessages, { ...message, readAt })
    // Fewer than asked for: these were all of them.
    const unread = found.length < batch ? 0 : Math.max(0, (member?.unread ?? 0) - found.length)
    if (member && member.unread !== unread) await tx.put(members, { ...member, unread })
    return unread
  })
