import { superiorOf } from '../affairs/rules'
import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { countedIn, waitingIn } from './queries'
import { checks } from './store'
import { heldView } from './views'

/** One page by key set and two bounded counts. Whoever is over the street sees its own with them. Four round trips. */
export const queue: Handler<'safety.queue'> = async ({ communityId, view, after }, { me, db, files }) => {
  const places = [communityId, superiorOf(communityId)].filter((place) => me.covers(place))
  const [found, review, checking] = await Promise.all([
    db.list(checks, waitingIn(places, view, after)),
    db.list(checks, countedIn(places, 'review')),
    db.list(checks, countedIn(places, 'checking')),
  ])
  const links = await files.links(found.flatMap(({ photoId }) => photoId ?? []))
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return {
    things: found.map((check) => heldView(check, links)),
    nextAfter: last?.order ?? null,
    counts: { review: review.length, checking: checking.length },
  }
}
