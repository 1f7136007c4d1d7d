import { knownPlaces } from '../community/read'
import { communityViews } from '../community/views'
import { reach } from '../kit/actor'
import { DatabaseError } from '../kit/errors'
import type { Context } from '../kit/handler'
import { buildBoard, putBoard } from './build'

type Publishing = Pick<Context<'home.show'>, 'db' | 'now' | 'elapsedMs'>

/** Milliseconds after which the boards that are left wait for the timer. */
const longestMs = 5_000

/**
 * Brings a community's board up to date after something on it was published: the named entry for other domains.
 * What was published stands whatever becomes of this: a timer makes up for it within a minute. Nine round trips at
 * most.
 */
export const refreshBoard = (communityId: string, context: Publishing): Promise<void> =>
  refreshBoards(communityId, context)

/** The same for a place: a street's communities one after the other. One round trip, and eight for each at most. */
export async function refreshBoards(placeId: string, { db, now, elapsedMs }: Publishing): Promise<void> {
  try {
    const known = await knownPlaces(db)
    for (const { id } of communityViews(known).filter((one) => reach([{ placeId }], one.id))) {
      if (elapsedMs() > longestMs) return
      const board = await buildBoard(db, id, known, new Date(now.getTime() + elapsedMs()))
      if (board) await putBoard(db, board)
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
  }
}
