import { limits } from '../contract/limits'
import type { Input } from '../contract'
import { members } from '../kit/actor'
import { audits, type Audit } from '../kit/audit'
import type { Context, Handler } from '../kit/handler'
import { effectId } from '../kit/ids'
import { auditRows, membersById } from './queries'
import { searchedDays } from './rules'
import { auditView } from './views'

/** What was done at a place, the latest first. The search itself is a row before it answers. Four round trips. */
export const audit: Handler<'privacy.audit'> = async (input, context) => {
  const { me, db, fail } = context
  if (!me.covers(input.placeId)) return fail('NOT_FOUND')
  const days = searchedDays(input.from, input.until) ?? fail('DATES_OUT_OF_ORDER')
  await db.insert(audits, rowOf(input, context))
  const [at, id = ''] = input.after ? [input.after.slice(0, 24), input.after.slice(25)] : []
  const last = at && at < days.last ? at : days.last
  const found = await db.list(audits, auditRows({ ...input, after: days.after, last }))
  const page = found.filter((row) => row.at !== at || row._id < id).slice(0, limits.maxPageSize + 1)
  const rows = page.slice(0, limits.maxPageSize)
  const final = rows[rows.length - 1]
  const ids = [...new Set(rows.flatMap(({ actor, subject }) => [actor, subject ?? actor]))]
  const people = ids.length > 0 ? await db.list(members, membersById(ids)) : []
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  return {
    rows: rows.map((row) => auditView(row, names)),
    nextAfter: final && page.length > rows.length ? `${final.at}:${final._id}` : null,
  }
}

/** A search is written down as what it looked for. */
function rowOf(
  { placeId, from, until, subjectId, actorId, action, after }: Input<'privacy.audit'>,
  { me, now, inputHash }: Context<'privacy.audit'>,
): Audit {
  const at = now.toISOString()
  return {
    ...{ _id: effectId('q', me.memberId, 'privacy.audit', `${at} ${inputHash}`), schemaVersion: 1 },
    ...{ communityId: placeId, actor: me.memberId, action: 'privacy.audit', document: placeId },
    ...{ inputHash, at, before: {}, after: { from, until, actorId, action, page: after ?? '' } },
    ...(subjectId ? { subject: subjectId } : {}),
  }
}
