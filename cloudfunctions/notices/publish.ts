import { refreshBoard } from '../home/post'
import type { Context, Handler } from '../kit/handler'
import { checks, heldBy, screen, waitingMark, type Check } from '../safety/post'
import { noticesShown } from './read'
import { whyNotPublish } from './rules'
import { notices, type Notice } from './store'
import { staffView } from './views'

type Publishing = Context<'notices.publish'>

/**
 * Publishes a notice; it is on the community's board before the answer. Its document is its own audit row, and a
 * repeat of the request finds it. Four round trips, and nine for the board; seven where it is held, and is on no
 * board.
 */
export const publish: Handler<'notices.publish'> = async (input, context) => {
  const { me, now, db, fail, inputHash } = context
  const { requestId: _requestId, audience = { kind: 'everyone' }, asksConfirm = false, ...said } = input
  const id = context.effectId('b')
  const earlier = await db.read(notices, id)
  if (earlier) return earlier.inputHash === inputHash ? staffView(earlier, now) : fail('CONFLICT')
  const shown = await noticesShown(db, input.communityId, now)
  const denial = whyNotPublish(input.shownUntil, shown.length, now)
  if (denial) return fail(denial)
  const check = await heldCheck(id, input, context)
  const at = now.toISOString()
  const fresh: Notice = {
    ...{ ...said, audience, asksConfirm },
    _id: id,
    schemaVersion: 2,
    inputHash,
    listedUntil: check ? null : input.shownUntil,
    held: check && waitingMark(check),
    publishedAt: at,
    publishedBy: me.memberId,
    order: `${at}:${id}`,
    takenDown: null,
  }
  const notice = check ? await insertHeld(fresh, check, context) : await insert(fresh, context)
  if (notice.inputHash !== inputHash) return fail('CONFLICT')
  if (!check) await refreshBoard(input.communityId, context)
  return staffView(notice, now)
}

async function insert(fresh: Notice, { db, fail }: Publishing): Promise<Notice> {
  const isNew = await db.insert(notices, fresh)
  return isNew ? fresh : ((await db.read(notices, fresh._id)) ?? fail('CONFLICT'))
}

/** Notice and check, or neither: what is held without a check would be held for ever. */
const insertHeld = (fresh: Notice, check: Check, { db }: Publishing): Promise<Notice> =>
  db.transact(async (tx, attempt) => {
    const earlier = attempt > 0 ? await tx.find(notices, fresh._id) : null
    if (earlier) return earlier
    await tx.insert(checks, check)
    return tx.insert(notices, fresh)
  })

/** @returns null where everybody may see it at once */
async function heldCheck(
  id: string,
  { communityId, title, text }: Pick<Notice, 'communityId' | 'title' | 'text'>,
  context: Publishing,
): Promise<Check | null> {
  const texts = [
    { field: 'title', text: title },
    { field: 'text', text },
  ]
  const { verdict, refusedField } = await screen(texts, context)
  if (verdict === 'risky') return context.fail('CONTENT_REFUSED', refusedField ?? 'text')
  if (verdict === 'pass') return null
  const thing = { kind: 'notice', documentId: id, part: '', communityId, texts, photoId: null } as const
  return heldBy(verdict, thing, context)
}
