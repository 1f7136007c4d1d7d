import { chinaDay } from '../kit/time'
import type { Tx } from '../kit/transact'
import { nextEntry, type Draft } from './journal'
import { accounts, journals, type Account, type Journal } from './store'

/**
 * Posts one entry: the only writer of balances. Two round trips. The caller has found the account in the same
 * transaction, so a change of it in between makes the transaction start over.
 */
export async function post(
  tx: Tx,
  account: Account,
  draft: Draft,
): Promise<{ account: Account; journal: Journal }> {
  const next = nextEntry(account, draft, chinaDay(new Date(draft.at)))
  await tx.insert(journals, next.journal)
  await tx.put(accounts, next.account)
  return next
}
