import type { Handler } from '../kit/handler'
import { latestImports } from './queries'
import { imports } from './store'
import { summaryView } from './views'

export const list: Handler<'imports.list'> = async ({ communityId }, { db }) => {
  const found = await db.list(imports, latestImports(communityId))
  return { imports: found.map(summaryView) }
}
