import { canonicalJson } from '../kit/canonical'
import { sha256 } from '../kit/keys'
import { lotsAfter, lotsToSpend, postedOf } from './lots'
import { accountIdOf, type Account, type Journal, type LotPoints } from './store'

/** What is to be posted: pure facts; number, hash and balance follow from the account. */
export interface Draft {
  key: string
  /** Signed: positive to the member, negative from the member. */
  amount: number
  /** For a positive amount: where the points come from or go back to. Without them a negative one takes the earliest. */
  lots?: LotPoints[]
  system: 'issuance' | 'shop' | 'expired'
  reason: Journal['reason']
  redemptionId: string | null
  reverses: string | null
  actor: string
  at: string
}

/** The hash before the first journal of an account. */
export const genesisHash = '0'.repeat(64)

/** An account that nothing was posted to. */
export const emptyAccount = (communityId: string, memberId: string): Account => ({
  _id: accountIdOf(communityId, memberId),
  schemaVersion: 1,
  communityId,
  memberId,
  posted: 0,
  seq: 0,
  head: genesisHash,
  lots: [],
  tallies: [],
})

/**
 * The next journal of an account and the account after it.
 * @param today the day in China, `YYYY-MM-DD`: what expired before it cannot be spent
 * @throws RangeError when more would be spent than is there: the rules were not asked first
 */
export function nextEntry(
  account: Account,
  draft: Draft,
  today: string,
): { account: Account; journal: Journal } {
  const lots = draft.lots ?? lotsToSpend(account.lots, -draft.amount, today)
  if (!lots || postedOf(lots) !== draft.amount) throw new RangeError(`no lots for ${draft.key}`)
  const balanceAfter = account.posted + draft.amount
  const unsigned = {
    _id: draft.key,
    schemaVersion: 1 as const,
    communityId: account.communityId,
    member: {
      account: account._id,
      seq: account.seq + 1,
      amount: draft.amount,
      balanceAfter,
      lots,
      previousHash: account.head,
    },
    system: { account: `${account.communityId}:system:${draft.system}`, amount: -draft.amount },
    reason: draft.reason,
    redemptionId: draft.redemptionId,
    reverses: draft.reverses,
    actor: draft.actor,
    at: draft.at,
  }
  const journal: Journal = { ...unsigned, member: { ...unsigned.member, hash: hashOfEntry(unsigned) } }
  return {
    journal,
    account: {
      ...account,
      posted: balanceAfter,
      seq: journal.member.seq,
      head: journal.member.hash,
      lots: lotsAfter(account.lots, lots),
    },
  }
}

/** The hash that a journal must carry. */
export function hashOfJournal(journal: Journal): string {
  const { hash: _hash, ...member } = journal.member
  return hashOfEntry({ ...journal, member })
}

const hashOfEntry = (entry: object): string => sha256(canonicalJson(entry))
