import type { Handler } from '../kit/handler'
import { noticesShown } from './read'
import { briefView } from './views'

/** Two round trips. */
export const list: Handler<'notices.list'> = async ({ communityId }, { now, db }) => ({
  notices: (await noticesShown(db, communityId, now)).map(briefView),
})
