import { genesisHash, hashOfJournal } from './journal'
import { lotsAfter, postedOf } from './lots'
import type { Account, Figures, Item, Journal, LotPoints, Redemption } from './store'

/** A document that does not say what it must. `problem` names the broken rule, for the operator. */
export interface Difference {
  document: string
  problem: string
  communityId: string
}

/** What the journals of one account add up to, entry by entry. */
export interface Chain {
  account: string
  communityId: string
  seq: number
  balance: number
  head: string
  lots: LotPoints[]
}

export const emptyChain = (account: string, communityId: string): Chain => ({
  account,
  communityId,
  seq: 0,
  balance: 0,
  head: genesisHash,
  lots: [],
})

/** The chain with one more journal, and everything that is wrong with that journal. */
export function follow(chain: Chain, journal: Journal): { chain: Chain; differences: Difference[] } {
  const { member, system } = journal
  const lots = lotsIn(member.lots)
  const checks: Array<[boolean, string]> = [
    [member.seq === chain.seq + 1, `number ${member.seq} does not follow ${chain.seq}`],
    [member.previousHash === chain.head, 'the previous hash is not that of the entry before'],
    [member.hash === hashOfJournal(journal), 'the hash does not fit the content'],
    [member.amount + system.amount === 0, 'the legs do not sum to zero'],
    [postedOf(lots) === member.amount, 'the lots do not sum to the amount'],
    [member.balanceAfter === chain.balance + member.amount, 'the balance after it is not the sum so far'],
    [member.balanceAfter >= 0, 'the balance falls below zero'],
    [
      system.account === `${journal.communityId}:system:${systemOf(journal)}`,
      'the system leg is of another account',
    ],
    [member.account.startsWith(`${journal.communityId}:member:`), 'the account is of another community'],
  ]
  return {
    differences: failed(checks, `journals/${journal._id}`, chain.communityId),
    chain: {
      ...chain,
      seq: member.seq,
      balance: chain.balance + member.amount,
      head: member.hash,
      lots: lotsAfter(chain.lots, lots),
    },
  }
}

/** What an account says against what its journals add up to. */
export function compareAccount(account: Account, chain: Chain): Difference[] {
  const lots = (side: LotPoints[]) => JSON.stringify(side.map(({ expiresOn, points }) => [expiresOn, points]))
  const checks: Array<[boolean, string]> = [
    [account.seq === chain.seq, `its number ${account.seq} is not that of the last journal, ${chain.seq}`],
    [
      account.posted === chain.balance,
      `its balance ${account.posted} is not the sum of its journals, ${chain.balance}`,
    ],
    [account.head === chain.head, 'its head is not the hash of the last journal'],
    [lots(lotsIn(account.lots)) === lots(chain.lots), 'its lots are not those of its journals'],
    [lotsIn(account.lots).every(({ points }) => points > 0), 'it has a lot that is not above zero'],
    [account._id === `${account.communityId}:member:${account.memberId}`, 'its owner does not fit its id'],
  ]
  return failed(checks, `accounts/${account._id}`, account.communityId)
}

/** A redemption against the journals that must and must not be there. */
export function compareRedemption(
  redemption: Redemption,
  paid: Journal | undefined,
  returned: Journal | undefined,
): Difference[] {
  const isReturned = redemption.state === 'cancelled' || redemption.state === 'timed_out'
  const checks: Array<[boolean, string]> = [
    [paid !== undefined, 'its payment is not in the journals'],
    [!paid || paid.member.amount === -redemption.costPoints, 'its payment is of another amount'],
    [!paid || paid.member.account === redemption.accountId, 'its payment is from another account'],
    [
      isReturned === (returned !== undefined),
      isReturned ? 'its refund is missing' : 'it was refunded and has not ended',
    ],
    [!returned || returned.member.amount === redemption.costPoints, 'its refund is of another amount'],
    [!returned || returned.reverses === `redeem:${redemption._id}`, 'its refund takes back another entry'],
  ]
  return failed(checks, `redemptions/${redemption._id}`, redemption.communityId)
}

/** An item's counters against each other. */
export function compareItem(item: Item): Difference[] {
  const held = Object.values(item.reserved ?? {}).reduce((sum, { quantity }) => sum + quantity, 0)
  const checks: Array<[boolean, string]> = [
    [item.left >= 0, 'its stock is below zero'],
    [
      item.reservedUnits === held,
      `its reserved units ${item.reservedUnits} are not the sum of its reservations, ${held}`,
    ],
  ]
  return failed(checks, `items/${item._id}`, item.communityId)
}

export const noFigures: Figures = {
  journals: 0,
  accounts: 0,
  issued: 0,
  redeemed: 0,
  reversed: 0,
  outstanding: 0,
  differences: 0,
}

/** The figures with one more journal: issued − redeemed + reversed = outstanding. */
export function withJournal(figures: Figures, { reason, member }: Journal): Figures {
  const field = reason.kind === 'grant' ? 'issued' : reason.kind === 'redeem' ? 'redeemed' : 'reversed'
  return {
    ...figures,
    journals: figures.journals + 1,
    [field]: figures[field] + Math.abs(member.amount),
    outstanding: figures.outstanding + member.amount,
  }
}

/** The lots of a document; none where somebody left something else in the file: then they do not add up. */
const lotsIn = (lots: unknown): LotPoints[] =>
  Array.isArray(lots) && lots.every((lot) => lot !== null && typeof lot === 'object') ? lots : []

const systemOf = ({ reason }: Journal): string => (reason.kind === 'grant' ? 'issuance' : 'shop')

const failed = (checks: Array<[boolean, string]>, document: string, communityId: string): Difference[] =>
  checks.filter(([holds]) => !holds).map(([, problem]) => ({ document, problem, communityId }))
