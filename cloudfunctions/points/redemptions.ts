import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { redemptionsOf, redemptionsWith } from './queries'
import * as store from './store'
import { redemptionView } from './views'

/** My redemptions of all homes, by key set. Two round trips, three for an older page. */
export const redemptions: Handler<'points.redemptions'> = async ({ before, limit }, { me, db }) => {
  const wanted = limit ?? limits.pageSize
  const found = await pageOf(db, me.memberId, before, wanted)
  const last = found.length === wanted ? found[found.length - 1] : undefined
  return {
    redemptions: found.map(redemptionView),
    nextBefore: last ? `${last.redeemedAt}:${last._id}` : null,
  }
}

/** @param before instant and id of the last one of the page before */
async function pageOf(db: Database, memberId: string, before: string | undefined, wanted: number) {
  if (!before) return db.list(store.redemptions, redemptionsOf(memberId, undefined, wanted))
  const [at, id] = [before.slice(0, 24), before.slice(25)]
  const [same, earlier] = await Promise.all([
    db.list(store.redemptions, redemptionsWith(memberId, at, id, wanted)),
    db.list(store.redemptions, redemptionsOf(memberId, at, wanted)),
  ])
  return [...same, ...earlier].slice(0, wanted)
}
