import { chinaDay, endOfChinaYear } from '../kit/time'
import type { Tx } from '../kit/transact'
import { expiryOf, postingOf, type Posting } from './expiry'
import { emptyAccount, type Draft } from './journal'
import { availableOf } from './lots'
import { accountIdOf, accounts, journals, type Account, type Journal } from './store'

/**
 * Posts one entry, and the expiry of what has run out by then: the only writer of balances. Two round trips, and one
 * for each day that has run out. The caller has found the account in the same transaction, so a change of it in between
 * makes the transaction start over.
 */
export async function post(
  tx: Tx,
  account: Account,
  draft: Draft,
): Promise<{ account: Account; journal: Journal }> {
  const posting = postingOf(account, draft)
  await write(tx, posting)
  return posting
}

/** Posts nothing but the expiry of what has run out. @returns whether there was any */
export async function postExpiry(tx: Tx, account: Account, at: string): Promise<boolean> {
  const posting = expiryOf(account, at)
  if (posting.entries.length === 0) return false
  await write(tx, posting)
  return true
}

async function write(tx: Tx, { account, entries }: Posting): Promise<void> {
  for (const entry of entries) await tx.insert(journals, entry)
  await tx.put(accounts, account)
}

/** Points for a service, or a later change of them. */
export interface Service {
  /** The idempotency key, e.g. `service:{participation}`. */
  key: string
  kind: 'grant' | 'correction'
  communityId: string
  memberId: string
  /** Signed; not zero. */
  points: number
  rule: string
  ruleVersion: number
  /** What the statement says of it. */
  title: string
  actor: string
  at: string
}

/** Years after the present one at whose end points for a service expire. */
const yearsValid = 1

/**
 * Posts points for a service in the transaction of the service itself: the entry for other domains. What is taken
 * back comes from the earliest lots. Three round trips.
 * @returns why not, or null when it is posted
 */
export async function postService(tx: Tx, service: Service): Promise<'POINTS_SPENT' | null> {
  const { key, kind, communityId, memberId, points, rule, ruleVersion, title, actor, at } = service
  const found = await tx.find(accounts, accountIdOf(communityId, memberId))
  const account = found ?? emptyAccount(communityId, memberId)
  const now = new Date(at)
  if (points < 0 && availableOf(account.lots, chinaDay(now)) < -points) return 'POINTS_SPENT'
  await post(tx, account, {
    key,
    amount: points,
    lots: points > 0 ? [{ expiresOn: endOfChinaYear(now, yearsValid), points }] : undefined,
    system: 'issuance',
    reason: { kind, rule, ruleVersion, title },
    redemptionId: null,
    reverses: null,
    actor,
    at,
  })
  return null
}
