import type { Database } from '../kit/database'
import { withJournal } from '../points/figures'
import {
  compareAccount,
  emptyChain,
  follow,
  type Chain,
  type Difference,
  type Redemptions,
} from '../points/proof'
import { afterId, journalsBetween, journalsOf, redemptionsById } from '../points/queries'
import { accounts, journals, redemptions, type Account, type Journal, type Redemption } from '../points/store'
import type { Prove } from './reconcile'
import { withDifferences, withFigures } from './run'

const accountsPerPage = 200
const journalsPerPage = 1000

/** Sorts after every id. */
const end = '\uffff'

/** Follows the chains of the next accounts from their first entry, and compares each account with its chain. */
export const proveAccounts: Prove = async (db, before) => {
  const page = await db.list(accounts, afterId(before.cursor, accountsPerPage))
  const isLast = page.length < accountsPerPage
  const high = isLast ? end : (page[page.length - 1]?._id ?? end)
  const chains = new Map(page.map((account) => [account._id, emptyChain(account._id, account.communityId)]))
  let run = before
  for await (const journal of journalsIn(db, before.cursor, high)) {
    const { chain, differences } = follow(chainOf(chains, journal), journal)
    chains.set(chain.account, chain)
    run = withDifferences(
      withFigures(run, chain.communityId, (figures) => withJournal(figures, journal)),
      differences,
    )
  }
  const owners = new Map(page.map((account) => [account._id, account]))
  const known = await redemptionsIn(db, [...chains.values()])
  for (const chain of chains.values()) {
    run = withDifferences(run, await compare(db, owners.get(chain.account), chain, known))
    if (owners.has(chain.account))
      run = withFigures(run, chain.communityId, (figures) => ({ ...figures, accounts: figures.accounts + 1 }))
  }
  return isLast ? { ...run, stage: 'redemptions', cursor: '' } : { ...run, cursor: high }
}

const chainOf = (chains: Map<string, Chain>, { member, communityId }: Journal): Chain =>
  chains.get(member.account) ?? emptyChain(member.account, communityId)

/** All journals of the accounts above `low` up to `high`, in order of account and number. */
async function* journalsIn(db: Database, low: string, high: string): AsyncGenerator<Journal> {
  let after = low
  for (;;) {
    const page = await db.list(journals, journalsBetween(after, high, journalsPerPage))
    yield* page
    const last = page[page.length - 1]
    if (!last || page.length < journalsPerPage) return
    yield* restOf(db, last.member.account, last.member.seq)
    after = last.member.account
  }
}

async function* restOf(db: Database, account: string, seq: number): AsyncGenerator<Journal> {
  let after = seq
  for (;;) {
    const page = await db.list(journals, journalsOf(account, after, journalsPerPage))
    yield* page
    const last = page[page.length - 1]
    if (!last || page.length < journalsPerPage) return
    after = last.member.seq
  }
}

/**
 * The journals were read after the account, so entries may have come in between: what differs is looked at once
 * more, the account last, until it stands still.
 */
async function compare(
  db: Database,
  seen: Account | undefined,
  chain: Chain,
  known: Redemptions,
): Promise<Difference[]> {
  let account: Account | null = seen ?? (await db.read(accounts, chain.account))
  let [present, bought] = [chain, known]
  for (let look = 0; look < 5 && account && compareAccount(account, present, bought).length > 0; look += 1) {
    account = await db.read(accounts, chain.account)
    if (!account || account.seq <= present.seq) break
    for await (const journal of restOf(db, chain.account, present.seq))
      present = follow(present, journal).chain
    bought = await redemptionsIn(db, [present])
  }
  if (account) return compareAccount(account, present, bought)
  const missing = { document: `accounts/${chain.account}`, problem: 'it is missing and has journals' }
  return [{ ...missing, communityId: chain.communityId }]
}

/** What the accounts redeemed, for their tallies. */
async function redemptionsIn(db: Database, chains: readonly Chain[]): Promise<Redemptions> {
  const ids = [...new Set(chains.flatMap(({ shop }) => shop.map(({ redemptionId }) => redemptionId)))]
  const found = new Map<string, Redemption>()
  for (let from = 0; from < ids.length; from += 1000)
    for (const one of await db.list(redemptions, redemptionsById(ids.slice(from, from + 1000))))
      found.set(one._id, one)
  return found
}
