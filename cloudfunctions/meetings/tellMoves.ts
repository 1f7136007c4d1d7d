import type { Database } from '../kit/database'
import { tellMoves as tellOfAll, type Move } from '../kit/moves'
import { tell } from './notices'
import { moved, notToldMove } from './queries'
import { meetings, signUps, type MeetingFacts } from './store'

/** People of one meeting who are told in one run; the next run goes on. */
const perMeeting = 100

/**
 * Tells those who had signed up that time or place of their meeting changed: each in a transaction that also marks
 * the sign-up, so nobody is told twice. Whoever signed up later saw the new ones. @returns how many were told
 */
export const tellMoves = (db: Database, now: Date): Promise<number> =>
  tellOfAll(db, {
    inside: meetings,
    moved: moved(),
    tellSome: async (meeting, move) => {
      const isOpen = meeting.state === 'open'
      const found = isOpen ? await db.list(signUps, notToldMove(meeting._id, move, perMeeting)) : []
      let told = 0
      for (const { _id } of found) told += Number(await tellMove(db, meeting, move, _id, now.toISOString()))
      return { told, areAll: found.length < perMeeting }
    },
  })

const tellMove = (db: Database, meeting: MeetingFacts, { version }: Move, signUpId: string, at: string) =>
  db.transact<boolean>(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp || signUp.toldMove === version) return false
    await tell(tx, meeting, signUp, 'move', at)
    await tx.put(signUps, { ...signUp, toldMove: version })
    return true
  })
