import type { Database } from '../kit/database'
import { postExpiry } from './post'
import { accounts } from './store'

/**
 * Takes the points out of an account whose last day has passed. Five round trips, and one for each day more.
 * @returns false when there are none, or another run was faster
 */
export const expire = (db: Database, accountId: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const account = await tx.find(accounts, accountId)
    return account !== null && postExpiry(tx, account, at)
  })
