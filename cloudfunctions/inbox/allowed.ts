import type { Handler } from '../kit/handler'
import { openCreditsOf } from './queries'
import { kindsWithRoom } from './rules'
import { messageCredits } from './store'

/** What may be asked for. Without templates there is nothing to ask and nothing to read. Two round trips at most. */
export const allowed: Handler<'inbox.allowed'> = async (_input, { me, db, wechat }) => {
  const { templates } = wechat
  if (templates.length === 0) return { templates: [], left: 0 }
  const open = await db.list(messageCredits, openCreditsOf([me.memberId]))
  const wanted = kindsWithRoom(
    templates.map(({ kind }) => kind),
    open,
  )
  return {
    templates: templates.filter(({ kind }) => wanted.includes(kind)).map(({ kind, id }) => ({ kind, id })),
    left: open.length,
  }
}
