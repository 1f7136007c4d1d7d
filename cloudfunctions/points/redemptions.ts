import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { redemptionsOf } from './queries'
import * as store from './store'
import { redemptionView } from './views'

export const redemptions: Handler<'points.redemptions'> = async ({ before, limit }, { me, db }) => {
  const wanted = limit ?? limits.pageSize
  const found = await db.list(store.redemptions, redemptionsOf(me.memberId, before, wanted))
  const last = found.length === wanted ? found[found.length - 1] : undefined
  return { redemptions: found.map(redemptionView), nextBefore: last?.accountSeq ?? null }
}
