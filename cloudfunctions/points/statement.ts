import type { Output } from '../contract'
import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { statementPage } from './queries'
import { accountIdOf, journals } from './store'
import { entryView } from './views'

export const statement: Handler<'points.statement'> = (input, { me, db }) =>
  readStatement(
    db,
    accountIdOf(me.residency.communityId, me.memberId),
    input.before,
    input.limit ?? limits.pageSize,
    me.by !== undefined,
  )

/** One page by key set: its cost does not grow with the account's age. One round trip. */
export async function readStatement(
  db: Database,
  accountId: string,
  before: number | undefined,
  limit: number,
  isHelper = false,
): Promise<Output<'points.statement'>> {
  const found = await db.list(journals, statementPage(accountId, before, limit))
  const last = found[found.length - 1]?.member.seq ?? 1
  return { entries: found.map((journal) => entryView(journal, isHelper)), nextBefore: last > 1 ? last : null }
}
