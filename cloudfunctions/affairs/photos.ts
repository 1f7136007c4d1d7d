import type { Files } from '../kit/files'
import { ownPhotos } from '../kit/ownPhotos'
import type { Case } from './store'

/** Photos of cases and of answers to them. */
export const photos = ownPhotos('cases', 'case photo')

/** Links to all photos of a case and its replies: one request to the file store, none to the database. */
export const linksOf = (files: Files, kase: Pick<Case, 'photos' | 'timeline'>) =>
  files.links([
    ...kase.photos.map(({ photoId }) => photoId),
    ...kase.timeline.flatMap(({ photoIds }) => photoIds).slice(-maxReplyPhotos),
  ])

/** The file store gives 50 links at once; a case has at most three answers with four photos each. */
const maxReplyPhotos = 40
