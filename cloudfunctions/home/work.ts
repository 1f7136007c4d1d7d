import { workQueue } from '../affairs/read'
import { superiorOf } from '../affairs/rules'
import { knownPlaces } from '../community/read'
import { communityViews } from '../community/views'
import type { Role } from '../contract/access'
import type { Output } from '../contract'
import { limits } from '../contract/limits'
import { dutiesToDecide } from '../duties/read'
import { reach, type Actor } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { goodsOf, lastProofs } from '../points/read'
import { waitingResidents } from '../residency/read'
import { waitingForReview } from '../safety/read'
import { boardNow } from './boards'
import type { Board } from './store'

type Work = Output<'home.work'>
type Named = Work['ledgers'][number]['community']

/**
 * 工作 for whoever has a duty in a community: what presses, the goods, the ledger and today's meetings. Nine round
 * trips for a community's worker: the actor, the board, three for the queue, the goods, the proof, those who wait to
 * be verified as residents, what waits to be reviewed. Nine for the street's staff, three for a handler.
 */
export const work: Handler<'home.work'> = async ({ communityId }, context) => {
  const { me, now, db, fail } = context
  const holds = (role: Role) =>
    reach(
      me.duties.filter((duty) => duty.role === role),
      communityId,
    )
  const isWorker = holds('community_worker')
  const communities = holds('street_staff') && !isWorker ? await ofTheStreet(db, me, communityId) : []
  const board = communities.length > 0 ? null : await boardNow(db, communityId, now)
  const seen = board ? [named(board.community)] : communities
  if (seen.length === 0) return fail('NOT_FOUND')
  const streets = communities.map(({ id }) => id)
  const [queue, goods, ledgers, residents, toDecide, waitingReviews] = await Promise.all([
    workQueue(communityId, streets, context),
    isWorker ? goodsOf(db, communityId) : null,
    isWorker || streets.length > 0 ? ledgersOf(db, seen) : [],
    isWorker ? waitingResidents(db, communityId) : null,
    dutiesToDecide(db, me),
    isWorker || streets.length > 0
      ? waitingForReview(db, isWorker ? [communityId] : [...streets, ...officeOf(me, communityId)])
      : null,
  ])
  return {
    queue: queue && { ...queue, communities: seen },
    goods,
    ledgers,
    meetingsToday: isWorker && board ? todayOf(board, now) : null,
    waitingApplications: isWorker && board ? board.waitingApplications : null,
    waitingResidents: residents,
    dutiesToDecide: toDecide,
    waitingReviews,
  }
}

/** All communities of the same street that the caller's duty as its staff reaches. */
async function ofTheStreet(db: Database, { duties }: Actor, communityId: string): Promise<Named[]> {
  const known = await knownPlaces(db)
  const own = duties.filter(({ role }) => role === 'street_staff')
  return communityViews(known)
    .filter(({ id }) => superiorOf(id) === superiorOf(communityId) && reach(own, id))
    .map(named)
}

/** The street itself, whose own notices its staff review; none where the duty reaches less. */
const officeOf = ({ duties }: Actor, communityId: string): string[] =>
  [superiorOf(communityId)].filter((street) =>
    reach(
      duties.filter(({ role }) => role === 'street_staff'),
      street,
    ),
  )

async function ledgersOf(db: Database, communities: readonly Named[]): Promise<Work['ledgers']> {
  const proofs = await lastProofs(
    db,
    communities.map(({ id }) => id),
  )
  return communities.map((community) => {
    const proof = proofs.find(({ _id }) => _id === community.id)
    return {
      community,
      frozen: proof?.frozen ?? false,
      lastProof: proof ? { at: proof.at, ...proof.figures } : null,
    }
  })
}

/** Meetings of today that are not over. */
const todayOf = ({ meetings }: Board, now: Date): NonNullable<Work['meetingsToday']> =>
  meetings
    .filter(
      ({ state, startsAt, endsAt }) =>
        state === 'open' && endsAt > now.toISOString() && chinaDay(new Date(startsAt)) <= chinaDay(now),
    )
    .slice(0, limits.home.meetingsToday)
    .map(({ _id, title, venue, startsAt, endsAt, reservedUnits, capacity }) => ({
      id: _id,
      title,
      venue,
      startsAt,
      endsAt,
      seatsTaken: reservedUnits,
      capacity,
    }))

const named = ({ id, name }: Named): Named => ({ id, name })
