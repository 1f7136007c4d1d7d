import { knownPlaces } from '../community/read'
import { DatabaseError } from '../kit/errors'
import type { Context } from '../kit/handler'
import { buildBoard, putBoard } from './build'

type Publishing = Pick<Context<'home.show'>, 'db' | 'now' | 'elapsedMs'>

/**
 * Brings a community's board up to date after something on it was published: the named entry for other domains.
 * What was published stands whatever becomes of this: a timer makes up for it within a minute. Nine round trips at
 * most.
 */
export async function refreshBoard(communityId: string, { db, now, elapsedMs }: Publishing): Promise<void> {
  try {
    const lookedAt = new Date(now.getTime() + elapsedMs())
    const board = await buildBoard(db, communityId, await knownPlaces(db), lookedAt)
    if (board) await putBoard(db, board)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
  }
}
