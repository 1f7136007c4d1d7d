import type { Output } from '../contract'
import type { Database } from '../kit/database'
import { addMinutes } from '../kit/time'
import { limits } from '../contract/limits'
import { ruleFor } from './hours'
import { tellPart } from './notices'
import { movedParticipation } from './participationStates'
import { participantsIn, toClose, withNews } from './queries'
import { settle } from './settle'
import { activities, participations, type ActivityFacts } from './store'
import { tellMoves } from './tellMoves'

/** Activities, and people of each, that one run handles; the next run goes on. */
const [activitiesPerRun, peoplePerActivity] = [40, 100]

/** A minute more than people have to check out: whoever was under way then has arrived. */
const closesAfterMinutes = limits.party.checkOutGraceMinutes + 1

/**
 * Settles those who forgot to check out, and tells those whose activity was called off or moved. Each person in a transaction
 * of their own, so two runs at once do it once.
 */
export async function closeOut(db: Database, now: Date): Promise<Output<'jobs.closeActivities'>> {
  const at = now.toISOString()
  const due = await db.list(
    activities,
    toClose(addMinutes(now, -closesAfterMinutes).toISOString(), activitiesPerRun),
  )
  const news = await db.list(activities, withNews(activitiesPerRun))
  let [closed, told] = [0, 0]
  for (const activity of due) closed += await closeOne(db, activity, at)
  for (const activity of news) told += await tellCallOff(db, activity, at)
  told += await tellMoves(db, at)
  return { closed, told, more: due.length === activitiesPerRun || news.length === activitiesPerRun }
}

/** @returns how many were settled */
async function closeOne(db: Database, activity: ActivityFacts, at: string): Promise<number> {
  const found = await db.list(participations, participantsIn(activity._id, 'in', peoplePerActivity))
  let closed = 0
  for (const { _id } of found) closed += Number(await settleMissing(db, activity, _id, at))
  if (found.length < peoplePerActivity)
    await db.changeIf(
      activities,
      activity._id,
      { closed: false, version: activity.version },
      { closed: true },
    )
  return closed
}

const settleMissing = (db: Database, activity: ActivityFacts, id: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const present = await tx.find(participations, id)
    const by = { who: 'system', actor: 'timer', request: `closeOut:${id}`, at } as const
    const moved = present && movedParticipation(present, 'closeOut', by)
    if (!moved) return false
    const minutes = ruleFor(activity.startsAt).leastMinutes
    const settled = await settle(tx, activity, moved, { minutes, settledBy: 'closeOut', actor: 'timer', at })
    if (typeof settled === 'string') return false
    await tellPart(tx, settled, 'closeOut', at)
    return true
  })

/** @returns how many were told */
async function tellCallOff(db: Database, activity: ActivityFacts, at: string): Promise<number> {
  const found = await db.list(participations, participantsIn(activity._id, 'joined', peoplePerActivity))
  let told = 0
  for (const { _id } of found) told += Number(await tellOne(db, _id, at))
  if (found.length < peoplePerActivity)
    await db.changeIf(activities, activity._id, { pending: activity.pending }, { pending: 'none' })
  return told
}

const tellOne = (db: Database, id: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const present = await tx.find(participations, id)
    const by = { who: 'system', actor: 'timer', request: `callOff:${id}`, at } as const
    const ended = present && movedParticipation(present, 'callOff', by)
    if (!ended) return false
    await tellPart(tx, ended, 'callOff', at)
    await tx.put(participations, ended)
    return true
  })
