import type { Handler } from '../kit/handler'
import { latestOf } from './queries'
import { exportsAsked } from './store'
import { exportView } from './views'

export const list: Handler<'exports.list'> = async ({ communityId }, { me, db }) => {
  const found = await db.list(exportsAsked, latestOf(me.memberId, communityId))
  return { exports: found.map(exportView) }
}
