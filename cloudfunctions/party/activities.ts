import type { Handler } from '../kit/handler'
import { chinaPeriod } from '../kit/time'
import { activitiesOf, byIds } from './queries'
import { partyDayOf } from './rules'
import * as store from './store'
import { briefView } from './views'

/** The activities of a month in my community, those of my own compound first, then by time. Three round trips. */
export const activities: Handler<'party.activities'> = async ({ month: asked }, { me, now, db }) => {
  const month = asked ?? chinaPeriod('month', now)
  const found = await db.list(store.activities, activitiesOf(me.residency.communityId, month))
  const ids = found.map(({ _id }) => store.participationIdOf(_id, me.memberId))
  const mine = ids.length > 0 ? await db.list(store.participations, byIds(ids)) : []
  const byActivity = new Map(mine.map((participation) => [participation.activityId, participation]))
  const shown = found.map((activity) =>
    briefView(activity, byActivity.get(activity._id) ?? null, me.residency),
  )
  // Sorting is stable: within each half they stay in order of time.
  shown.sort((one, other) => Number(other.near) - Number(one.near))
  return { month, partyDay: partyDayOf(month), activities: shown }
}
