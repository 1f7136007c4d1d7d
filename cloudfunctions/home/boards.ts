import { knownPlaces } from '../community/read'
import type { Database } from '../kit/database'
import { buildBoard, putBoard } from './build'
import { boards, type Board } from './store'

/** Boards as this instance read them last. */
const lastRead = new Map<string, { board: Board; readAt: number }>()

const most = 200

/** How long a board is taken as it was read: it makes the first screen one round trip shorter for most. */
const goodForMs = 5_000

/** A board that no timer has looked at for so long is looked up anew by whoever needs it. */
const oldAfterMs = 10 * 60_000

/** A community's board, a few seconds old at most as it was stored. At most one round trip while timers run. */
export async function boardOf(db: Database, communityId: string, now: Date): Promise<Board | null> {
  const kept = lastRead.get(communityId)
  if (kept && Math.abs(now.getTime() - kept.readAt) < goodForMs) return kept.board
  const board = await boardNow(db, communityId, now)
  if (lastRead.size >= most) lastRead.clear()
  if (board) lastRead.set(communityId, { board, readAt: now.getTime() })
  return board
}

/** The same as it is stored now. A missing one is built on the spot. */
export async function boardNow(db: Database, communityId: string, now: Date): Promise<Board | null> {
  const stored = await db.read(boards, communityId)
  if (stored && Math.abs(now.getTime() - Date.parse(stored.builtAt)) < oldAfterMs) return stored
  const board = await buildBoard(db, communityId, await knownPlaces(db), now)
  if (board) await putBoard(db, board)
  return board
}
