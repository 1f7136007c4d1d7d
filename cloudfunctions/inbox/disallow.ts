import type { Handler } from '../kit/handler'
import { openCredits } from './queries'
import { messageCredits } from './store'

/** A repeat finds nothing left to remove. Two round trips. */
export const disallow: Handler<'inbox.disallow'> = async (_input, { me, db }) => ({
  removed: await db.changeMany(messageCredits, openCredits(me.memberId), {
    state: 'withdrawn',
    sealed: null,
  }),
})
