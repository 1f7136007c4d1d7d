import type { Output } from '../contract'
import { limits } from '../contract/limits'
import type { Context } from '../kit/handler'
import { oneOf } from '../kit/where'
import { handlerRoleOf, staffLevelOf, workersOf } from './actors'
import { handlerCounts, staffCounts } from './counts'
import { queueHead, type Owner } from './queries'
import { superiorOf } from './rules'
import { cases } from './store'
import { workView } from './views'

type Working = Pick<Context<'home.work'>, 'me' | 'now' | 'db' | 'files'>
type Queue = NonNullable<Output<'home.work'>['queue']>

/**
 * What presses on somebody in a community, or for the street's staff in those of their communities that are given:
 * the first cases and three counts. Four round trips, two for a handler.
 * @returns null for one who works on no cases there
 */
export async function workQueue(
  communityId: string,
  streets: readonly string[],
  { me, now, db, files }: Working,
): Promise<Omit<Queue, 'communities'> | null> {
  const level = staffLevelOf(me, communityId)
  if (!level && !handlerRoleOf(me, communityId, 'street')) return null
  const owner = ownerOf(level, communityId, streets, me.memberId)
  const [found, counts] = await Promise.all([
    db.list(cases, queueHead(owner, level ? 'todo' : 'out', limits.home.queue)),
    level ? staffCounts(db, owner, now) : handlerCounts(db, owner, now),
  ])
  const firsts = found.flatMap(({ photos }) => photos[0]?.photoId ?? [])
  const links = await files.links(firsts)
  return {
    cases: found.map((kase) => workView(kase, workersOf(kase, me), now, links, level !== null)),
    counts,
  }
}

function ownerOf(
  level: 'community' | 'street' | null,
  communityId: string,
  streets: readonly string[],
  memberId: string,
): Owner {
  if (level === 'community') return { communityId, ownerPlaceId: communityId }
  if (level === null) return { communityId, 'handler.id': memberId }
  return { communityId: oneOf(streets), ownerPlaceId: superiorOf(communityId) }
}
