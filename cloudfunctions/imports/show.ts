import type { Handler } from '../kit/handler'
import { imports } from './store'
import { reportView } from './views'

export const show: Handler<'imports.show'> = async ({ communityId, importId }, { db, fail }) => {
  const found = await db.read(imports, importId)
  return found?.communityId === communityId ? reportView(found) : fail('NOT_FOUND')
}
