import { refreshBoard } from '../home/post'
import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import type { Input } from '../contract'
import type { Context, Handler } from '../kit/handler'
import { chinaPeriod } from '../kit/time'
import { knownCompounds } from '../territory/read'
import { activitiesOf } from './queries'
import { areInOrder } from './rules'
import { joinedIn } from './staffActivities'
import { activities, type Activity } from './store'
import { staffView } from './views'

/** Publishes an activity. Its document is its own audit row. Four round trips, and nine for the board. */
export const publish: Handler<'party.publish'> = async (input, context) => {
  const { db, now, fail, inputHash } = context
  const { communityId, compound } = input
  if (!areInOrder(input, now)) return fail('DATES_OUT_OF_ORDER')
  const month = chinaPeriod('month', new Date(input.startsAt))
  const [present, buildings] = await Promise.all([
    db.list(activities, activitiesOf(communityId, month)),
    buildingsOf(db, communityId, compound),
  ])
  if (!buildings) return fail('INVALID_INPUT', 'compound')
  const fresh = newActivity(input, { month, buildings }, context)
  const isThere = present.some(({ _id }) => _id === fresh._id)
  if (!isThere && present.length >= limits.party.listed) return fail('TOO_MANY_ACTIVITIES')
  const made = await db.insert(activities, fresh)
  const published = made
    ? fresh
    : ((await db.readSlim(activities, fresh._id, 'reserved')) ?? fail('CONFLICT'))
  if (published.inputHash !== inputHash) return fail('CONFLICT')
  await refreshBoard(communityId, context)
  return staffView(published, made ? 0 : await joinedIn(db, published))
}

/** The buildings of a compound; none for the whole community; null where there is no such compound. */
export async function buildingsOf(
  db: Database,
  communityId: string,
  compound: string | null,
): Promise<string[] | null> {
  if (compound === null) return []
  const known = await knownCompounds(db, communityId)
  return known.find(({ name }) => name === compound)?.buildings ?? null
}

function newActivity(
  input: Input<'party.publish'>,
  { month, buildings }: Pick<Activity, 'month' | 'buildings'>,
  { me, now, effectId, inputHash }: Context<'party.publish'>,
): Activity {
  const { requestId: _requestId, ...details } = input
  return {
    ...details,
    _id: effectId('v'),
    schemaVersion: 1,
    inputHash,
    month,
    buildings,
    left: input.capacity ?? 0,
    reservedUnits: 0,
    reserved: {},
    state: 'open',
    calledOffBecause: '',
    pending: 'none',
    closed: false,
    version: 1,
    createdBy: me.memberId,
    createdAt: now.toISOString(),
  }
}
