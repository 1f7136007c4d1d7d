import type { Handler } from '../kit/handler'
import { mayAskCopy } from './rules'
import { copyAfter } from './states'
import { copies, copyIdOf, type Copy } from './store'
import { copyView } from './views'

/** Asks for a copy of all that is kept of me; the one before goes. Five round trips. */
export const askCopy: Handler<'privacy.askCopy'> = async (_input, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('q')
  const at = now.toISOString()
  const asked = await db.transact<Copy>(async (tx) => {
    const found = await tx.find(copies, copyIdOf(me.memberId))
    if (found?.request === request) return found.inputHash === inputHash ? found : fail('CONFLICT')
    if (!mayAskCopy(found, now)) return fail('COPY_TODAY')
    const state = copyAfter(found?.state ?? null, 'ask') ?? fail('WRONG_STATE')
    const next: Copy = {
      ...{ _id: copyIdOf(me.memberId), schemaVersion: 1, memberId: me.memberId },
      ...{ state, request, inputHash, askedAt: at, expiresAt: null, files: [], tries: 0, nextAt: at },
      toRemove: found?.files.map(({ fileId }) => fileId) ?? [],
    }
    return found ? tx.put(copies, next) : tx.insert(copies, next)
  })
  return copyView(asked, now)
}
