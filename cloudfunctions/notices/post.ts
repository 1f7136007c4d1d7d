import type { z } from 'zod'
import type { HeldMark } from '../contract/safety'
import type { Tx } from '../kit/transact'
import { notices } from './store'

/**
 * Writes into a notice that everybody may see it, or why nobody does. One that was taken down meanwhile stays so.
 * The named entry for `safety`; two round trips.
 * @returns false where nobody waits for it any more
 */
export async function settleNotice(
  tx: Tx,
  { documentId }: { documentId: string },
  held: z.output<typeof HeldMark> | null,
): Promise<boolean> {
  const notice = await tx.find(notices, documentId)
  if (!notice || notice.takenDown) return false
  await tx.put(notices, { ...notice, held, listedUntil: held ? null : notice.shownUntil })
  return true
}

/**
 * The same of one photo of a notice. Two round trips.
 * @returns false where it is not there any more
 */
export async function settleNoticePhoto(
  tx: Tx,
  { documentId, part }: { documentId: string; part: string },
  held: z.output<typeof HeldMark> | null,
): Promise<boolean> {
  const notice = await tx.find(notices, documentId)
  if (!notice?.photos.some(({ photoId }) => photoId === part)) return false
  const photos = notice.photos.map((photo) => (photo.photoId === part ? { ...photo, held } : photo))
  await tx.put(notices, { ...notice, photos })
  return true
}
