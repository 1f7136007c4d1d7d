import { householdIdOf } from '../community/roster'
import { members, reachUnit } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { doorOf } from '../residency/rules'
import { livingAt } from './queries'
import { personsView } from './views'

/** Two round trips. */
export const find: Handler<'proxy.find'> = async ({ communityId, ...typed }, { me, db, fail }) => {
  const door = doorOf(typed)
  if ('notA' in door) return fail('INVALID_INPUT', door.notA)
  // A building leader reaches some units alone; what lies beyond is not there.
  if (!reachUnit(me.duties, communityId, door)) return fail('NOT_FOUND')
  const found = await db.list(members, livingAt(householdIdOf(communityId, door)))
  return { persons: personsView(found, me.memberId) }
}
