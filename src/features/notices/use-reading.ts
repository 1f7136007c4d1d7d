import { useEffect } from 'react'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { sentenceOf } from '@/services/messages'
import { useSession } from '@/services/session'
import { toast } from '@/services/toast'

type Notice = Output<'notices.show'>

/**
 * Says once that a notice was read: whether the server hears of it matters to nobody who reads.
 * @param show brings what was said onto the page
 * @returns says that it is understood; null where nobody asks, or it was said
 */
export const useReading = (
  notice: Notice | null,
  show: (notice: Notice) => void,
): (() => Promise<void>) | null => {
  const isMember = useSession((session) => session.me !== null)
  const unreadId = isMember && notice?.readAt === null ? notice.id : null
  useEffect(() => {
    if (unreadId) void call('notices.markRead', { noticeId: unreadId, confirm: false })
  }, [unreadId])
  if (!notice?.asksConfirm || !isMember || notice.confirmedAt) return null
  return async () => {
    const reply = await call('notices.markRead', { noticeId: notice.id, confirm: true })
    if (reply.ok) show({ ...notice, ...reply.data })
    else toast(sentenceOf(reply))
  }
}
