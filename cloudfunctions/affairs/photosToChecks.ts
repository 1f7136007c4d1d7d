import type { Database } from '../kit/database'
import { checkOf, checks, type Thing } from '../safety/post'
import { withNewPhotos } from './queries'
import { cases, type Case } from './store'

/**
 * Takes up the photos of new cases, so that WeChat is asked about them: beside the submission, which stays as quick
 * as it was. Each photo has one check however often this runs. One round trip, and one for each photo and each case.
 * @returns how many photos were taken up
 */
export async function photosToChecks(db: Database, now: Date, limit: number): Promise<number> {
  let opened = 0
  for (const kase of await db.list(cases, withNewPhotos(now.toISOString(), limit)))
    opened += await open(db, kase, now)
  return opened
}

async function open(db: Database, kase: Case, now: Date): Promise<number> {
  const { _id, communityId, reporterId, photos, photosToCheck } = kase
  if (!photosToCheck) return 0
  const writer = { memberId: reporterId, sealed: photosToCheck.sealed }
  for (const { photoId } of photos) {
    const thing: Thing = { kind: 'photo', documentId: _id, part: photoId, communityId, texts: [], photoId }
    await db.insert(checks, checkOf(thing, writer, now.toISOString()))
  }
  await db.changeIf(cases, _id, { 'photosToCheck.at': photosToCheck.at }, { photosToCheck: null })
  return photos.length
}
