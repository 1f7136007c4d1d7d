import { limits } from '../contract/limits'
import type { Actor } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { staffLevelOf } from './actors'
import { handlerCounts, staffCounts, type Counts } from './counts'
import { queuePage, type Owner } from './queries'
import { superiorOf } from './rules'
import { cases } from './store'
import { queueView } from './views'

type View = 'todo' | 'mine' | 'waiting' | 'done'

const queueOf = { todo: 'todo', mine: 'out', waiting: 'out', done: 'done' } as const

/**
 * One page by key set and three bounded counts. Four round trips, three for a handler, whatever is stored (a
 * fifth where hundreds are due on one day): each query reads one range of an index.
 */
export const queue: Handler<'affairs.queue'> = async ({ communityId, view, before }, { me, now, db }) => {
  const { page, counts } = queuesOf(me, communityId, view, now)
  const [found, counted] = await Promise.all([
    page ? db.list(cases, queuePage(page, queueOf[view], before)) : [],
    counts(db),
  ])
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  const shown = view === 'waiting' ? found.filter(({ handler }) => handler?.id !== me.memberId) : found
  return {
    cases: shown.map((kase) => queueView(kase, now)),
    nextBefore: last?.queueKey ?? null,
    counts: counted,
  }
}

/** Staff look at what their level owns, and at what was dispatched to them; a handler at the latter alone. */
function queuesOf(
  me: Actor,
  communityId: string,
  view: View,
  now: Date,
): { page: Owner | null; counts: (db: Database) => Promise<Counts> } {
  const own: Owner = { communityId, 'handler.id': me.memberId }
  const level = staffLevelOf(me, communityId)
  if (!level) {
    const page = view === 'mine' || view === 'done' ? own : null
    return { page, counts: (db) => handlerCounts(db, own, now) }
  }
  const ownerPlaceId = level === 'community' ? communityId : superiorOf(communityId)
  const owned: Owner = { communityId, ownerPlaceId }
  return { page: view === 'mine' ? own : owned, counts: (db) => staffCounts(db, owned, now) }
}
