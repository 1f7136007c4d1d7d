import { bounds } from '../contract/exports-bounds'
import type { Database } from '../kit/database'
import type { Files } from '../kit/files'
import { due } from './queries'
import { movedExport } from './states'
import { exportsAsked, parts, pathOf, type Export } from './store'

/** After a call's lease has run out its function may still live for so long. */
const lastBreathMs = 60_000

/**
 * Exports whose time is up: first nobody gets them any more, then their files and parts go, then it is noted that
 * these are gone. A run that broke is gone on with by the next. The named entry for `jobs`.
 */
export async function sweep({
  db,
  files,
  now,
}: {
  db: Database
  files: Files
  now: Date
}): Promise<{ removed: number; more: boolean }> {
  const found = await db.list(exportsAsked, due(now.toISOString()))
  const idle = found.filter(({ busyUntil }) => !busyUntil || isLongAgo(busyUntil, now))
  const closed: Export[] = []
  for (const one of idle) if (await close(db, one, now)) closed.push(one)
  const ids = await files.idsOf(closed.map(pathOf))
  await files.remove([...ids.values()])
  for (const { _id, expiresAt } of closed) {
    await db.removeMany(parts, { exportId: _id })
    await db.changeIf(exportsAsked, _id, { expiresAt }, { expiresAt: null })
  }
  return { removed: closed.length, more: found.length === bounds.swept }
}

/** @returns whether nobody gets it any more; one that has failed, or that an earlier run closed, stays as it is */
async function close(db: Database, one: Export, now: Date): Promise<boolean> {
  const { state, busyUntil } = one
  const moved = movedExport(one, 'expire', { who: 'timer', actor: 'timer', at: now.toISOString() })
  if (!moved) return true
  return db.changeIf(exportsAsked, one._id, { state, busyUntil }, { ...moved, busyUntil: null })
}

const isLongAgo = (busyUntil: string, now: Date): boolean =>
  Date.parse(busyUntil) + lastBreathMs < now.getTime()
