import type { z } from 'zod'
import type { HeldMark } from '../contract/safety'
import type { Tx } from '../kit/transact'
import { placed } from './effects'
import { cases, type Case } from './store'

type Mark = z.output<typeof HeldMark> | null

/** What is decided about something of a case. The version stays: no colleague's reply is in vain because of it. */
interface Settled {
  _id: string
  documentId: string
  part: string
}

/**
 * Writes into a case that everybody may read its answer, or why nobody does. Two round trips.
 * @returns false where the case was reopened meanwhile, or answered in other words
 */
export async function settleAnswer(tx: Tx, check: Settled, held: Mark): Promise<boolean> {
  const kase = await tx.find(cases, check.documentId)
  if (kase?.publishedHeld?.checkId !== check._id) return false
  await tx.put(cases, placed({ ...kase, publishedHeld: held }))
  return true
}

/** Writes into a case that whoever works on it may see a photo, or why the office alone does. Two round trips. */
export async function settlePhoto(tx: Tx, check: Settled, held: Mark): Promise<boolean> {
  const kase = await tx.find(cases, check.documentId)
  if (!kase?.photos.some(({ photoId }) => photoId === check.part)) return false
  const photos = kase.photos.map((photo) => (photo.photoId === check.part ? { ...photo, held } : photo))
  await tx.put(cases, { ...kase, photos })
  return true
}

/** Whether those who are neither the reporter nor of the office see a photo. */
export const isShown = ({ held }: Case['photos'][number]): boolean => !held
