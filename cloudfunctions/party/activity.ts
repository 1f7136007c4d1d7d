import type { Handler } from '../kit/handler'
import { activities, participationIdOf, participations } from './store'
import { activityView } from './views'

/** One activity of my community and my part in it. Three round trips. */
export const activity: Handler<'party.activity'> = async ({ activityId }, { me, now, db, fail }) => {
  const [found, mine] = await Promise.all([
    db.readSlim(activities, activityId, 'reserved'),
    db.read(participations, participationIdOf(activityId, me.memberId)),
  ])
  if (found?.communityId !== me.residency.communityId) return fail('NOT_FOUND')
  return activityView(found, mine, me.residency, now)
}
