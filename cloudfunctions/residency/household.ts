import { householdIdOf, households } from '../community/roster'
import { bounds } from '../contract/residency-bounds'
import { members, type Member } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { noteReading } from '../kit/readings'
import { boundTo, byIds, livedAt } from './queries'
import { doorOf } from './rules'
import { residencies, type Residency } from './store'
import { rosterView } from './views'

/** One door of the community: the roster, who is verified, and who was. Six round trips at most. */
export const household: Handler<'residency.household'> = async (input, context) => {
  const { db, fail } = context
  const door = doorOf(input)
  if ('notA' in door) return fail('INVALID_INPUT', door.notA)
  const id = householdIdOf(input.communityId, door)
  const [roster, bound, left] = await Promise.all([
    db.read(households, id),
    db.list(members, boundTo([id], bounds.boundListed)),
    db.list(residencies, livedAt(id)),
    noteReading(context, { action: 'residency.household', communityId: input.communityId, document: id }),
  ])
  const names = await namesOf(db, left)
  return {
    ...door,
    roster: (roster?.persons ?? []).map(rosterView),
    persons: bound.map(({ _id, name, residency }) => ({ id: _id, name, since: residency?.verifiedAt ?? '' })),
    past: left
      .flatMap(({ memberId, history }) =>
        history.filter(({ householdId }) => householdId === id).map((past) => ({ ...past, memberId })),
      )
      .sort((one, other) => (one.until < other.until ? 1 : -1))
      .slice(0, bounds.pastListed)
      .map(({ memberId, from, until, endedBy, reason }) => ({
        ...door,
        ...{ from, until, endedBy, reason },
        name: names.get(memberId) ?? '',
      })),
  }
}

async function namesOf(db: Database, left: readonly Residency[]): Promise<Map<string, string>> {
  const found: Member[] =
    left.length > 0 ? await db.list(members, byIds(left.map(({ memberId }) => memberId))) : []
  return new Map(found.map(({ _id, name }) => [_id, name]))
}
