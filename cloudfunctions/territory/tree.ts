import { placeOf } from '../community/read'
import type { Handler } from '../kit/handler'
import { inForceNow } from './queries'
import { territoryNodes } from './store'
import { treeView } from './views'

/** Two round trips; three of a community that has no territory yet. */
export const tree: Handler<'territory.tree'> = async ({ communityId }, { me, db, fail }) => {
  const found = await db.list(territoryNodes, inForceNow(communityId))
  const root = found.find(({ kind }) => kind === 'community') ?? null
  if (!root && !(await placeOf(db, communityId))) return fail('NOT_FOUND')
  return treeView(
    communityId,
    root,
    found.filter((node) => node !== root),
    me,
  )
}
