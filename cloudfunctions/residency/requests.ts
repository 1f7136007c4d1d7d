import { householdIdOf } from '../community/roster'
import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { noteReading } from '../kit/readings'
import { boundByHousehold, rosterOf } from './bound'
import { waitingIn } from './queries'
import { waitingResidents } from './read'
import { residencies } from './store'
import { requestView } from './views'

/** Who waits, beside what the roster has of their doors. Six round trips. */
export const requests: Handler<'residency.requests'> = async ({ communityId, after }, context) => {
  const { db } = context
  const [found, waiting] = await Promise.all([
    db.list(residencies, waitingIn(communityId, after)),
    waitingResidents(db, communityId),
  ])
  const doors = found.map((one) => householdIdOf(communityId, one))
  const ids = [...new Set(doors)]
  const [roster, bound] = await Promise.all([
    rosterOf(db, ids),
    boundByHousehold(db, ids),
    found.length > 0 &&
      noteReading(context, { action: 'residency.requests', communityId, document: 'waiting' }),
  ])
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return {
    requests: found.map((residency, index) => {
      const door = doors[index] ?? ''
      return requestView(residency, roster.get(door), bound.get(door)?.length ?? 0)
    }),
    nextAfter: last?.queueKey ?? null,
    waiting,
  }
}
