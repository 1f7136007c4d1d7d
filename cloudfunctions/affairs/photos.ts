import type { Database } from '../kit/database'
import type { Files } from '../kit/files'
import { sameText, sign } from '../kit/keys'
import { areKept } from '../kit/uploads'
import type { Case } from './store'

/**
 * Where a photo of a case lies. Its name is bound to whoever uploaded it by a signature, and says nothing of that
 * person: two photos of one person have nothing in common, so an anonymous case cannot be told from its links.
 * @param uploadId the id of the upload's effect
 */
export const photoPath = (memberId: string, uploadId: string, kind: string): string =>
  `cases/${uploadId}/${ownerMark(memberId, uploadId)}.${kind}`

/** Whether this person uploaded the photo for a case. */
function isPhotoOf(memberId: string, photoId: string): boolean {
  const [, uploadId, mark] =
    /^cloud:\/\/[\w.-]+\/cases\/(a_[\w-]{22})\/([\w-]{22})\.(?:jpg|png|webp)$/.exec(photoId) ?? []
  return uploadId !== undefined && mark !== undefined && sameText(mark, ownerMark(memberId, uploadId))
}

/** Whether this person may put these photos into a case. One round trip, none without a photo. */
export const arePhotosOf = async (db: Database, memberId: string, photoIds: readonly string[]) =>
  photoIds.every((photoId) => isPhotoOf(memberId, photoId)) && (await areKept(db, photoIds))

/** Links to all photos of a case and its replies: one request to the file store, none to the database. */
export const linksOf = (files: Files, { photos, timeline }: Pick<Case, 'photos' | 'timeline'>) =>
  files.links([
    ...photos.map(({ photoId }) => photoId),
    ...timeline.flatMap(({ photoIds }) => photoIds).slice(-maxReplyPhotos),
  ])

/** The file store gives 50 links at once; a case has at most three answers with four photos each. */
const maxReplyPhotos = 40

const ownerMark = (memberId: string, uploadId: string): string =>
  sign('case photo', `${memberId} ${uploadId}`).toString('base64url').slice(0, 22)
