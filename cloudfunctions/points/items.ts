import type { Handler } from '../kit/handler'
import { openItems } from './queries'
import * as store from './store'
import { itemView, photoLinks } from './views'

export const items: Handler<'points.items'> = async ({ communityId }, { db, files }) => {
  const found = await db.list(store.items, openItems(communityId))
  const links = await photoLinks(files, found)
  return { items: found.map((item) => itemView(item, links)) }
}
