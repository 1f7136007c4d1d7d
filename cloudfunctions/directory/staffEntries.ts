import type { Handler } from '../kit/handler'
import { directories, emptyDirectory } from './store'
import { staffView } from './views'

/** Two round trips. */
export const staffEntries: Handler<'directory.staffEntries'> = async ({ placeId }, { me, db, fail }) =>
  me.covers(placeId)
    ? staffView((await db.read(directories, placeId)) ?? emptyDirectory(placeId))
    : fail('NOT_FOUND')
