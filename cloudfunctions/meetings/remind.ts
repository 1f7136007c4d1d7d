import type { Database } from '../kit/database'
import { addMinutes, chinaDay, endOfChinaDay } from '../kit/time'
import { tell } from './notices'
import { seatedToRemind, startingBy } from './queries'
import { meetings, signUps, type MeetingFacts } from './store'

/** Minutes after signing up in which nobody needs to be reminded. */
const freshMinutes = 6 * 60

interface Run {
  db: Database
  now: Date
  /** People who are told in one run; the next run goes on. */
  most: number
}

/**
 * Reminds those who hold a seat of a meeting of today or tomorrow, once for each day that it is held on: each in a
 * transaction that also marks the sign-up. A meeting all of whose people are reminded is marked as well, and looked
 * at no more. @returns how many were told
 */
export async function remindOfMeetings({ db, now, most }: Run): Promise<number> {
  if (most <= 0) return 0
  let told = 0
  for (const meeting of await db.list(meetings, startingBy(now, endOfChinaDay(now, 1)))) {
    const day = chinaDay(new Date(meeting.startsAt))
    if (meeting.remindedFor === day) continue
    const found = await db.list(signUps, seatedToRemind(meeting._id))
    const left = found.filter((one) => one.remindedFor !== day)
    const due = left.filter((one) => isOlder(one.signedUpAt, now))
    // Some of them may be gone, or reminded by another run, meanwhile: what counts is who has had their turn.
    const turn = due.slice(0, most - told)
    for (const { _id } of turn) told += Number(await remind(db, meeting, day, _id, now))
    if (turn.length < due.length) break
    if (left.length === due.length)
      await db.changeIf(meetings, meeting._id, { startsAt: meeting.startsAt }, { remindedFor: day })
    if (told >= most) break
  }
  return told
}

const isOlder = (signedUpAt: string, now: Date): boolean =>
  signedUpAt <= addMinutes(now, -freshMinutes).toISOString()

const remind = (
  db: Database,
  meeting: MeetingFacts,
  day: string,
  signUpId: string,
  now: Date,
): Promise<boolean> =>
  db.transact(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    if (signUp?.state !== 'seated' || signUp.remindedFor === day) return false
    await tell(tx, meeting, signUp, day === chinaDay(now) ? 'today' : 'tomorrow', now.toISOString())
    await tx.put(signUps, { ...signUp, remindedFor: day })
    return true
  })
