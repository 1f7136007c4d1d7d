import { z } from 'zod'
import { Instant } from '../contract/fields'
import { collection } from './collection'
import type { Database, Query } from './database'
import type { Context } from './handler'
import { Refusal } from './refusal'
import { atMost, oneOf } from './where'

/** Milliseconds that an upload may wait for the case or the item that it is for. */
const waitMs = 86_400_000

const Upload = z.object({
  /** The upload's effect, which leads to nobody; it is part of the path. */
  _id: z.string(),
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  path: z.string(),
  at: Instant,
  /** When somebody looks whether it is in use; null once it is. */
  dueAt: Instant.nullable(),
  /** It is about to be removed, and nothing may take it any more. */
  isDoomed: z.boolean(),
})

/** A photo that was uploaded. Written before the file, so that there is no file that nobody knows of. */
export type Upload = z.infer<typeof Upload>

export const uploads = collection<Upload>('uploads', Upload)

type Uploading = Pick<Context<'affairs.uploadPhoto'>, 'db' | 'files' | 'now' | 'effectId' | 'inputHash'>

/**
 * Keeps a photo until something takes it, for a day. A repeat of the request writes the same path again. One round
 * trip, two for a repeat.
 * @returns the file's id
 * @throws Refusal CONFLICT when the request brought another photo before
 */
export async function keepUpload(
  path: string,
  photo: Buffer,
  { db, files, now, effectId, inputHash }: Uploading,
): Promise<string> {
  const _id = effectId('a')
  const dueAt = new Date(now.getTime() + waitMs).toISOString()
  const fresh = {
    _id,
    schemaVersion: 1,
    inputHash,
    path,
    at: now.toISOString(),
    dueAt,
    isDoomed: false,
  } as const
  const earlier = (await db.insert(uploads, fresh)) ? null : await db.read(uploads, _id)
  // One that is about to be removed is not brought back: its file might go all the same.
  if (earlier && (earlier.inputHash !== inputHash || earlier.isDoomed)) throw new Refusal('CONFLICT')
  return files.upload(path, photo)
}

/**
 * Whether photos may be taken: they were uploaded, and are not about to be removed. One round trip, none without a
 * photo.
 */
export async function areKept(db: Database, photoIds: readonly string[]): Promise<boolean> {
  if (photoIds.length === 0) return true
  const wanted = new Set(photoIds.map(uploadIdOf))
  const found = await db.list(uploads, {
    where: { _id: oneOf([...wanted]), isDoomed: false },
    limit: wanted.size,
  })
  return found.length === wanted.size
}

/** Somebody looks in a day whether a photo that was replaced is still in use. One round trip. */
export const letGoOf = (db: Database, photoId: string, now: Date): Promise<boolean> =>
  db.changeIf(
    uploads,
    uploadIdOf(photoId),
    { dueAt: null },
    { dueAt: new Date(now.getTime() + waitMs).toISOString() },
  )

/** Uploads to look at, the oldest first. Served by `uploads.due`. */
export const dueUploads = (now: string, limit: number): Query => ({
  where: { dueAt: atMost(now) },
  sort: { dueAt: 1 },
  limit,
})

/** The upload's id is in every path: a folder of its own, or the file's name. */
const uploadIdOf = (photoId: string): string => /\/(a_[\w-]{22})[/.]/.exec(photoId)?.[1] ?? ''
