import type { Database } from '../kit/database'
import { claimFirst } from '../kit/claim'
import type { Context } from '../kit/handler'
import { sleep } from '../kit/retry'
import { move } from './move'
import { movedParticipation, type MovableParticipation, type MovedBy } from './participationStates'
import { earlierBy, requestOf } from '../kit/repeats'
import { activities, participationIdOf, participations, type Activity, type Participation } from './store'
import { shownOf } from './views'

/**
 * Milliseconds after which a reservation without its participation belongs to a caller that must be dead: the
 * function's time-out (10 s, `config/cloud.ts`) and half as much again.
 */
export const reservationGraceMs = 15_000

const looks = 8

type Entering = Context<'party.join'> | Context<'party.checkIn'>

/** An activity and the caller's part in it, once something is decided. */
export interface Entered {
  activity: Activity
  participation: Participation
}

/**
 * Joins, or checks in, by writing the person's own document; where places are limited, one is reserved first under
 * its id. A repeat of the request finds what it did. Three round trips and one to write, one more for a place.
 * @param whyNot sees activity and participation as they are now
 */
export async function enter<Why extends string>(
  event: 'join' | 'checkIn',
  activityId: string,
  context: Entering,
  whyNot: (activity: Activity | null, mine: Participation | null) => Why | null,
): Promise<Entered | Why | 'FULL' | 'NOT_FOUND' | 'CONFLICT'> {
  const { me, now, db, effectId, inputHash, random } = context
  const id = participationIdOf(activityId, me.memberId)
  const request = effectId('p')
  const by = {
    who: 'member',
    actor: me.memberId,
    request: requestOf(request, inputHash),
    at: now.toISOString(),
  } as const
  for (let look = 0; look < looks; look += 1) {
    const [activity, mine] = await Promise.all([
      db.readSlim(activities, activityId, 'reserved', id),
      db.read(participations, id),
    ])
    const earlier = mine && earlierBy(mine.timeline, request, inputHash)
    if (activity && mine && earlier === 'mine') return { activity, participation: mine }
    if (earlier === 'other') return 'CONFLICT'
    const why = whyNot(activity, mine)
    if (why) return why
    if (!activity) return 'NOT_FOUND'
    if (look === 0) await claimFirst(db, context)
    const place = await takePlace(db, activity, mine, id, by.at)
    if (place === 'FULL') return 'FULL'
    const before = mine ?? fresh(id, activity, me, by.at)
    const participation = place && (await write(db, before, event, by))
    if (place && participation) return { activity: { ...activity, left: place.left }, participation }
    await sleep(20 + 40 * look * random())
  }
  return 'CONFLICT'
}

/**
 * A place for one who holds none. The reservation of an earlier call of the same person's, whether it is dead or
 * under way, is as good: both lead to the one participation.
 * @returns what is left then; null when somebody else was faster
 */
async function takePlace(
  db: Database,
  activity: Activity,
  mine: Participation | null,
  id: string,
  at: string,
): Promise<{ left: number } | 'FULL' | null> {
  const { _id, capacity, left, reserved } = activity
  const isIn = mine && mine.state !== 'left'
  if (capacity === null || isIn) return { left }
  const held = reserved[id]
  if (held) return (await db.takeOver(activities, _id, id, held, at)) ? { left } : null
  if (left < 1) return 'FULL'
  const taken = await db.take(activities, _id, id, { quantity: 1, at }, { state: 'open' })
  return taken ? { left: left - 1 } : null
}

/** @returns null when another call of the same person's was faster */
async function write(
  db: Database,
  before: MovableParticipation,
  event: 'join' | 'checkIn',
  by: MovedBy,
): Promise<Participation | null> {
  if (before.state !== null) return move(db, { ...before, state: before.state }, event, by)
  const begun = movedParticipation(before, event, by)
  return begun && (await db.insert(participations, begun)) ? begun : null
}

/** One that is about to begin. Of the member it keeps only what the screen at the door shows. */
const fresh = (id: string, activity: Activity, me: Entering['me'], at: string): MovableParticipation => ({
  _id: id,
  schemaVersion: 1,
  activityId: activity._id,
  communityId: activity.communityId,
  memberId: me.memberId,
  ...shownOf(me.member.name, me.residency),
  state: null,
  revision: 0,
  joinedAt: at,
  toldMove: 0,
  checkedInAt: null,
  checkedOutAt: null,
  minutes: null,
  points: null,
  rule: null,
  settledBy: null,
  reason: '',
  corrections: 0,
  recordKey: null,
  timeline: [],
})
