import type { Database } from '../kit/database'
import { addMinutes, chinaDay, endOfChinaDay } from '../kit/time'
import { tellPart } from './notices'
import { joinedToRemind, startingBy } from './queries'
import { activities, participations } from './store'

/** Minutes after joining in which nobody needs to be reminded. */
const freshMinutes = 6 * 60

interface Run {
  db: Database
  now: Date
  /** People who are told in one run; the next run goes on. */
  most: number
}

/**
 * Reminds those who joined an activity of today or tomorrow, once for each day that it is held on: each in a
 * transaction that also marks the participation. @returns how many were told
 */
export async function remindOfActivities({ db, now, most }: Run): Promise<number> {
  if (most <= 0) return 0
  let told = 0
  for (const activity of await db.list(activities, startingBy(now, endOfChinaDay(now, 1)))) {
    const day = chinaDay(new Date(activity.startsAt))
    if (activity.remindedFor === day) continue
    const found = await db.list(participations, joinedToRemind(activity._id))
    const since = addMinutes(now, -freshMinutes).toISOString()
    const left = found.filter((one) => one.remindedFor !== day)
    const due = left.filter((one) => one.joinedAt <= since)
    // Some of them may be gone, or reminded by another run, meanwhile: what counts is who has had their turn.
    const turn = due.slice(0, most - told)
    for (const { _id } of turn) told += Number(await remind(db, day, _id, now))
    if (turn.length < due.length) break
    if (left.length === due.length)
      await db.changeIf(activities, activity._id, { startsAt: activity.startsAt }, { remindedFor: day })
    if (told >= most) break
  }
  return told
}

const remind = (db: Database, day: string, id: string, now: Date): Promise<boolean> =>
  db.transact(async (tx) => {
    const present = await tx.find(participations, id)
    if (present?.state !== 'joined' || present.remindedFor === day) return false
    await tellPart(tx, present, day === chinaDay(now) ? 'today' : 'tomorrow', now.toISOString(), day)
    await tx.put(participations, { ...present, remindedFor: day })
    return true
  })
