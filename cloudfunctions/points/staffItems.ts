import type { Handler } from '../kit/handler'
import { allItems } from './queries'
import { items } from './store'
import { photoLinks, staffItemView } from './views'

export const staffItems: Handler<'points.staffItems'> = async ({ communityId }, { db, files }) => {
  const found = await db.list(items, allItems(communityId))
  const links = await photoLinks(files, found)
  return { items: found.map((item) => staffItemView(item, links)) }
}
