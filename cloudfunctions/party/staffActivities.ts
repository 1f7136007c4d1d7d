import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { chinaPeriod } from '../kit/time'
import { activitiesOf, countedOf } from './queries'
import { partyDayOf } from './rules'
import { activities, participations, type ActivityFacts } from './store'
import { staffView } from './views'

/** A month's activities for those who run them. Two round trips, and one for each activity without a limit. */
export const staffActivities: Handler<'party.staffActivities'> = async (
  { communityId, month: asked },
  { now, db },
) => {
  const month = asked ?? chinaPeriod('month', now)
  const found = await db.list(activities, activitiesOf(communityId, month))
  const joined = await Promise.all(found.map((activity) => joinedIn(db, activity)))
  return {
    month,
    partyDay: partyDayOf(month),
    activities: found.map((activity, index) => staffView(activity, joined[index] ?? 0)),
  }
}

/** How many take or took part. No round trip where places are counted anyway, else one. */
export const joinedIn = async (
  db: Database,
  { _id, capacity, reservedUnits }: ActivityFacts,
): Promise<number> =>
  capacity === null ? (await db.list(participations, countedOf(_id))).length : reservedUnits
