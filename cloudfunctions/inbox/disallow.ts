import type { Handler } from '../kit/handler'
import { noteReminders } from './consent'
import { openCredits } from './queries'
import { messageCredits } from './store'

/** A repeat finds nothing left to remove. Three round trips. */
export const disallow: Handler<'inbox.disallow'> = async (_input, context) => {
  const { me, db } = context
  await noteReminders(context, false)
  const gone = { state: 'withdrawn', sealed: null } as const
  return { removed: await db.changeMany(messageCredits, openCredits(me.memberId), gone) }
}
