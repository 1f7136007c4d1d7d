import type { Database } from '../kit/database'
import { tellMoves as tellOfAll, type Move } from '../kit/moves'
import { tellMove } from './notices'
import { moved, notToldMove } from './queries'
import { activities, participations, type ActivityFacts } from './store'

/** People of one activity who are told in one run; the next run goes on. */
const perActivity = 100

/**
 * Tells those who had joined that time or place of their activity changed: each in a transaction that also marks the
 * participation, so nobody is told twice. Whoever joined later saw the new ones. @returns how many were told
 */
export const tellMoves = (db: Database, at: string): Promise<number> =>
  tellOfAll(db, {
    inside: activities,
    moved: moved(),
    tellSome: async (activity, move) => {
      const isOpen = activity.state === 'open'
      const found = isOpen ? await db.list(participations, notToldMove(activity._id, move, perActivity)) : []
      let told = 0
      for (const { _id } of found) told += Number(await tellOne(db, activity, move, _id, at))
      return { told, areAll: found.length < perActivity }
    },
  })

const tellOne = (db: Database, activity: ActivityFacts, move: Move, id: string, at: string) =>
  db.transact<boolean>(async (tx) => {
    const present = await tx.find(participations, id)
    if (!present || present.toldMove === move.version) return false
    await tellMove(tx, present, activity, move, at)
    await tx.put(participations, { ...present, toldMove: move.version })
    return true
  })
