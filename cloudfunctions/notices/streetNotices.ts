import type { Handler } from '../kit/handler'
import { manages } from './manages'
import { staffPage } from './read'

/** One page by key set. Two round trips. */
export const streetNotices: Handler<'notices.streetNotices'> = async (
  { streetId, before },
  { me, now, db, fail },
) => (manages(me, streetId) ? staffPage(db, streetId, before, now) : fail('NOT_FOUND'))
