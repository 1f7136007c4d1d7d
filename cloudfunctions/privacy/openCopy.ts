import { bounds } from '../contract/privacy-bounds'
import type { Handler } from '../kit/handler'
import { copyAfter } from './states'
import { copies, copyIdOf } from './store'

/** Links to my copy, for some minutes, for nobody but me. Three round trips. */
export const openCopy: Handler<'privacy.openCopy'> = async (_input, { me, now, db, files, fail }) => {
  const copy = (await db.read(copies, copyIdOf(me.memberId))) ?? fail('WRONG_STATE')
  const state = copyAfter(copy.state, 'fetch')
  if (!state || (copy.expiresAt ?? '') <= now.toISOString()) return fail('WRONG_STATE')
  const links = await files.links(
    copy.files.map(({ fileId }) => fileId),
    bounds.copyLinkSeconds,
  )
  await db.changeIf(copies, copy._id, { state: copy.state, request: copy.request }, { state })
  return {
    files: copy.files.flatMap(({ fileId, name, bytes }) => {
      const url = links.get(fileId)
      return url ? [{ name, url, bytes }] : []
    }),
  }
}
