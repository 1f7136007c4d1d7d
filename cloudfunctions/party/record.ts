import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { activitiesById, recordOf, sumsOf } from './queries'
import { activities, participations } from './store'
import { participationView } from './views'

/** My record of service by key set, with the sums over all of it. Four round trips at most. */
export const record: Handler<'party.record'> = async ({ before }, { me, db }) => {
  const [rows, all] = await Promise.all([
    db.list(participations, recordOf(me.memberId, before)),
    db.list(participations, sumsOf(me.memberId)),
  ])
  const ids = [...new Set(rows.map(({ activityId }) => activityId))]
  const found = ids.length > 0 ? await db.list(activities, activitiesById(ids)) : []
  const byId = new Map(found.map((activity) => [activity._id, activity]))
  const sum = (field: 'minutes' | 'points') => all.reduce((total, one) => total + (one[field] ?? 0), 0)
  const last = rows.length === limits.pageSize ? rows[rows.length - 1] : undefined
  return {
    total: { activities: all.length, minutes: sum('minutes'), points: sum('points') },
    rows: rows.flatMap((participation) => {
      const activity = byId.get(participation.activityId)
      if (!activity) return []
      const { title, venue, startsAt } = activity
      return [{ title, venue, startsAt, participation: participationView(participation) }]
    }),
    nextBefore: last?.recordKey ?? null,
  }
}
