import type { Handler } from '../kit/handler'
import { directoriesFor } from './queries'
import { byKind } from './rules'
import { directories } from './store'
import { entryView } from './views'

/** The community's own before the street's of the same kind. Two round trips. */
export const list: Handler<'directory.list'> = async ({ communityId }, { db }) => {
  const found = await db.list(directories, directoriesFor(communityId))
  const own = found.filter(({ _id }) => _id === communityId)
  const others = found.filter(({ _id }) => _id !== communityId)
  return {
    entries: byKind(
      [...own, ...others].flatMap(({ _id, entries }) => entries.map((entry) => entryView(_id, entry))),
    ),
  }
}
