import { answeredWith, showing as casesShowing } from '../affairs/queries'
import { cases } from '../affairs/store'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { dueUploads, uploads, type Upload } from '../kit/uploads'
import { oneOf } from '../kit/where'
import { showing as itemsShowing } from '../points/queries'
import { items } from '../points/store'
import { showing as noticesShowing } from '../notices/queries'
import { notices } from '../notices/store'

/** Uploads that one run looks at: as many files as the store removes in one request. */
const batch = 50

/** From when nothing may take a photo to when its file goes: longer than any call lives that took it before. */
const doomMs = 120_000

/**
 * Photos that no case, no notice and no item took within a day go: first nothing may take them any more, and in a later run, if
 * nothing has meanwhile, the file. Each step is its own conditional move, so two runs at once do it once.
 */
export const removeUnusedPhotos: Handler<'jobs.removeUnusedPhotos'> = async (_input, { db, files, now }) => {
  const due = await db.list(uploads, dueUploads(now.toISOString(), batch))
  const ids = await files.idsOf(due.map(({ path }) => path))
  const taken = await inUse(db, [...ids.values()])
  const isTaken = ({ path }: Upload) => taken.has(ids.get(path) ?? '')
  const unused = due.filter((upload) => !isTaken(upload))
  const doomed = unused.filter(({ isDoomed }) => !isDoomed)
  const gone = unused.filter(({ isDoomed }) => isDoomed)
  for (const { _id, dueAt } of due.filter(isTaken))
    await db.changeIf(uploads, _id, { dueAt }, { dueAt: null, isDoomed: false })
  const lastAt = new Date(now.getTime() + doomMs).toISOString()
  for (const { _id, dueAt } of doomed)
    await db.changeIf(uploads, _id, { dueAt, isDoomed: false }, { dueAt: lastAt, isDoomed: true })
  await files.remove(gone.flatMap(({ path }) => ids.get(path) ?? []))
  if (gone.length > 0)
    await db.removeMany(uploads, { _id: oneOf(gone.map(({ _id }) => _id)), isDoomed: true })
  return {
    inUse: due.length - unused.length,
    doomed: doomed.length,
    removed: gone.length,
    more: due.length === batch,
  }
}

/** Those of the photos that something shows. Four round trips. */
async function inUse(db: Database, photoIds: readonly string[]): Promise<Set<string>> {
  if (photoIds.length === 0) return new Set()
  const [reported, answered, offered, told] = await Promise.all([
    db.list(cases, casesShowing(photoIds)),
    db.list(cases, answeredWith(photoIds)),
    db.list(items, itemsShowing(photoIds)),
    db.list(notices, noticesShowing(photoIds)),
  ])
  return new Set([
    ...reported.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)),
    ...answered.flatMap(({ timeline }) => timeline.flatMap((row) => row.photoIds)),
    ...offered.flatMap(({ photoId }) => photoId ?? []),
    ...told.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)),
  ])
}
