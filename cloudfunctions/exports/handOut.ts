import { bounds } from '../contract/exports-bounds'
import { limits } from '../contract/limits'
import { audits } from '../kit/audit'
import type { Handler } from '../kit/handler'
import { after, exportOf } from './step'
import { exportsAsked, pathOf } from './store'
import { exportView, fileNameOf } from './views'

/**
 * A link for some minutes, to whoever asked and still has the duty. Each time is counted and has an audit row of its
 * own, written before the link is known. Four round trips.
 */
export const handOut: Handler<'exports.handOut'> = async ({ communityId, exportId }, context) => {
  const { db, files, me, now, fail } = context
  const found = await exportOf(context, communityId, exportId)
  if (found.expiresAt === null || found.expiresAt <= now.toISOString()) return fail('WRONG_STATE')
  if (found.fetches >= limits.exports.fetches) return fail('EXPORT_LIMIT')
  const { state, timeline } = after(found, 'fetch', context)
  const fetches = found.fetches + 1
  const seen = { state: found.state, fetches: found.fetches }
  if (!(await db.changeIf(exportsAsked, exportId, seen, { state, timeline, fetches })))
    return fail('CONFLICT')
  await db.insert(audits, {
    _id: `export:${exportId}:${fetches}`,
    schemaVersion: 1,
    communityId,
    actor: me.memberId,
    action: 'exports.handOut',
    document: exportId,
    inputHash: found.inputHash,
    at: now.toISOString(),
    before: {},
    after: { fetches, rows: found.rows },
  })
  const fileId = (await files.idsOf([pathOf(found)])).get(pathOf(found)) ?? ''
  const url = (await files.links([fileId], bounds.linkSeconds)).get(fileId) ?? fail('NOT_FOUND')
  return { url, fileName: fileNameOf(found), export: exportView({ ...found, state, fetches }) }
}
