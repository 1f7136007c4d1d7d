import type { Database } from './database'
import { sameText, sign } from './keys'
import { areKept } from './uploads'

/** Photos of one kind, each bound to whoever uploaded it. */
export interface OwnPhotos {
  /** Where a photo lies. @param uploadId the id of the upload's effect */
  pathOf(memberId: string, uploadId: string, kind: string): string
  /** Whether this person may use these photos: their own, and still there. One round trip, none without a photo. */
  areOf(db: Database, memberId: string, photoIds: readonly string[]): Promise<boolean>
}

/**
 * A photo's name is bound to its uploader by a signature, and says nothing of that person: two photos of one person
 * have nothing in common, so an anonymous case cannot be told from its links.
 * @param folder where they lie
 * @param purpose what the signature is for: a photo of one kind cannot be used as another
 */
export function ownPhotos(folder: string, purpose: string): OwnPhotos {
  const markOf = (memberId: string, uploadId: string) =>
    sign(purpose, `${memberId} ${uploadId}`).toString('base64url').slice(0, 22)
  const shape = new RegExp(`^cloud://[\\w.-]+/${folder}/(a_[\\w-]{22})/([\\w-]{22})\\.(?:jpg|png|webp)$`)
  const isOf = (memberId: string, photoId: string): boolean => {
    const [, uploadId, mark] = shape.exec(photoId) ?? []
    return uploadId !== undefined && mark !== undefined && sameText(mark, markOf(memberId, uploadId))
  }
  return {
    pathOf: (memberId, uploadId, kind) => `${folder}/${uploadId}/${markOf(memberId, uploadId)}.${kind}`,
    areOf: async (db, memberId, photoIds) =>
      photoIds.every((photoId) => isOf(memberId, photoId)) && (await areKept(db, photoIds)),
  }
}
