import { members } from '../kit/actor'
import { effectId } from '../kit/ids'
import type { Tx } from '../kit/transact'
import { inboxMessages, type Message } from './store'

/** What somebody is to be told. Nothing secret: it may be read over a shoulder, and sent by WeChat. */
export interface Notice extends Pick<Message, 'memberId' | 'title' | 'text' | 'target' | 'wechat'> {
  /** Names the event, e.g. the id of the effect that it is: the same event leaves one message to a person. */
  event: string
  at: string
}

/**
 * Leaves a message in somebody's inbox, inside the transaction of the event itself: both are there, or neither.
 * The caller has made sure that the event has not happened yet. The count of what is unread in the
 * person's own document moves with it; somebody without one has no count (docs/decisions/0085), and somebody who deleted the account gets none. Three round trips.
 */
export async function notify(tx: Tx, { event, ...notice }: Notice): Promise<void> {
  const _id = effectId('g', notice.memberId, 'inbox.notify', event)
  const member = await tx.find(members, notice.memberId)
  if (member?.erasedAt) return
  await tx.insert(inboxMessages, { ...notice, _id, schemaVersion: 1, readAt: null })
  if (member) await tx.put(members, { ...member, unread: member.unread + 1 })
}
