import { knownPlaces } from '../community/read'
import { communityViews } from '../community/views'
import { buildBoard, putBoard } from '../home/build'
import { allBoards } from '../home/queries'
import { boards, type Board } from '../home/store'
import type { Handler } from '../kit/handler'

/** A board that says the same is written again after so long, so that it is seen to be looked after. */
const renewAfterMs = 5 * 60_000

/**
 * Looks up every community's board and writes those that say something new. Two runs at once write the same; of a
 * run and somebody who publishes, whoever looked later is right (home/build.ts). Two round trips and six for each
 * community, and one for each that is written.
 */
export const buildBoards: Handler<'jobs.buildBoards'> = async (_input, { db, now, elapsedMs }) => {
  const [known, stored] = await Promise.all([knownPlaces(db), db.list(boards, allBoards())])
  const communities = communityViews(known)
  let written = 0
  for (const { id } of communities) {
    const board = await buildBoard(db, id, known, new Date(now.getTime() + elapsedMs()))
    const present = stored.find(({ _id }) => _id === id)
    if (!board || (present && saysTheSame(present, board))) continue
    await putBoard(db, board)
    written += 1
  }
  return { communities: communities.length, written }
}

const saysTheSame = (present: Pick<Board, 'hash' | 'builtAt'>, board: Board): boolean =>
  present.hash === board.hash && Date.parse(board.builtAt) - Date.parse(present.builtAt) < renewAfterMs
