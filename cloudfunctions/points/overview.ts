import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { emptyAccount } from './journal'
import { availableOf } from './lots'
import { readStatement } from './statement'
import { accountIdOf, accounts } from './store'

/** Three round trips: the actor, the account, the first page. */
export const overview: Handler<'points.overview'> = async (_input, { me, now, db }) => {
  const { communityId } = me.residency
  const accountId = accountIdOf(communityId, me.memberId)
  const [found, statement] = await Promise.all([
    db.read(accounts, accountId),
    readStatement(db, accountId, undefined, limits.pageSize, me.by !== undefined),
  ])
  const account = found ?? emptyAccount(communityId, me.memberId)
  const today = chinaDay(now)
  return {
    available: availableOf(account.lots, today),
    lots: account.lots.filter(({ expiresOn }) => expiresOn >= today),
    statement,
  }
}
