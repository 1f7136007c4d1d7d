import type { Database } from '../kit/database'
import { moveSignUp } from './move'
import { tell } from './notices'
import { notToldMinutes, signUpsIn, withNews } from './queries'
import { meetings, signUps, type MeetingFacts } from './store'

/** People of one meeting who are told in one run; the next run goes on. */
const perMeeting = 100

/**
 * Tells the people of meetings that were called off, or whose minutes came out: each in a transaction that also
 * marks the sign-up, so nobody is told twice. @returns how many were told
 */
export async function tellNews(db: Database, now: Date): Promise<number> {
  let told = 0
  for (const meeting of await db.list(meetings, withNews())) {
    const isCallOff = meeting.pending === 'callOff'
    const found = await db.list(
      signUps,
      isCallOff
        ? signUpsIn(meeting._id, ['seated', 'waiting', 'offered'], perMeeting)
        : notToldMinutes(meeting._id, perMeeting),
    )
    for (const { _id } of found)
      told += Number(await (isCallOff ? tellCallOff : tellMinutes)(db, meeting, _id, now.toISOString()))
    if (found.length < perMeeting)
      await db.changeIf(meetings, meeting._id, { pending: meeting.pending }, { pending: 'none' })
  }
  return told
}

const tellCallOff = (db: Database, meeting: MeetingFacts, signUpId: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    const by = { who: 'system', actor: 'timer', request: `callOff:${signUpId}`, at } as const
    const ended = signUp && (await moveSignUp(tx, signUp, 'callOff', by))
    if (ended) await tell(tx, meeting, ended, 'callOff', at)
    return ended !== null
  })

const tellMinutes = (db: Database, meeting: MeetingFacts, signUpId: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp || signUp.toldMinutes) return false
    await tell(tx, meeting, signUp, 'minutes', at)
    await tx.put(signUps, { ...signUp, toldMinutes: true })
    return true
  })
