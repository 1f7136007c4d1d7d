import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { emptyAccount } from './journal'
import { availableOf } from './lots'
import { mayStillRedeem } from './rules'
import { accountIdOf, accounts, items } from './store'
import { itemView, photoLinks } from './views'

export const item: Handler<'points.item'> = async ({ itemId }, { me, now, db, files, fail }) => {
  const found = (await db.readSlim(items, itemId, 'reserved')) ?? fail('NOT_FOUND')
  const view = itemView(found, await photoLinks(files, [found]))
  if (!me || me.residency?.communityId !== found.communityId) return { item: view, mine: null }
  const accountId = accountIdOf(found.communityId, me.memberId)
  const account = (await db.read(accounts, accountId)) ?? emptyAccount(found.communityId, me.memberId)
  return {
    item: view,
    mine: {
      available: availableOf(account.lots, chinaDay(now)),
      mayStillRedeem: mayStillRedeem(account, found, now),
    },
  }
}
