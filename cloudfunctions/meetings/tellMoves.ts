import type { Database } from '../kit/database'
import { tell } from './notices'
import { moved, notToldMove } from './queries'
import { meetings, signUps, type MeetingFacts, type Move } from './store'

/** People of one meeting who are told in one run; the next run goes on. */
const perMeeting = 100

/**
 * Tells those who had signed up that time or place of their meeting changed: each in a transaction that also marks
 * the sign-up, so nobody is told twice. Whoever signed up later saw the new ones. @returns how many were told
 */
export async function tellMoves(db: Database, now: Date): Promise<number> {
  let told = 0
  for (const meeting of await db.list(meetings, moved())) {
    const { _id: meetingId, move, state } = meeting
    if (!move) continue
    const found = state === 'open' ? await db.list(signUps, notToldMove(meetingId, move, perMeeting)) : []
    for (const { _id } of found) told += Number(await tellMove(db, meeting, move, _id, now.toISOString()))
    // A change that came meanwhile is told by the next run.
    if (found.length < perMeeting)
      await db.changeIf(
        meetings,
        meetingId,
        { 'move.version': move.version },
        { move: { ...move, toTell: false } },
      )
  }
  return told
}

const tellMove = (db: Database, meeting: MeetingFacts, { version }: Move, signUpId: string, at: string) =>
  db.transact<boolean>(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp || signUp.toldMove === version) return false
    await tell(tx, meeting, signUp, 'move', at)
    await tx.put(signUps, { ...signUp, toldMove: version })
    return true
  })
