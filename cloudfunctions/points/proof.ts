import { chinaDay } from '../kit/time'
import { isExpiry, isIssue } from './figures'
import { genesisHash, hashOfJournal } from './journal'
import { lotsAfter, postedOf } from './lots'
import { redemptionMoves, withTally } from './rules'
import type { Account, Item, Journal, LotPoints, Redemption } from './store'

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
  /** Redemptions in the order in which they were paid for (1) and given back (-1). */
  shop: { redemptionId: string; sign: 1 | -1 }[]
}

/** Redemptions by id. */
export type Redemptions = ReadonlyMap<string, Pick<Redemption, 'itemId' | 'period' | 'quantity'>>

export const emptyChain = (account: string, communityId: string): Chain => ({
  account,
  communityId,
  seq: 0,
  balance: 0,
  head: genesisHash,
  lots: [],
  shop: [],
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
    [takesInTime(journal, lots), 'it takes points on the wrong side of their last day'],
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
      shop: [...chain.shop, ...shopOf(journal)],
    },
  }
}

/** What an account says against what its journals add up to. */
export function compareAccount(account: Account, chain: Chain, redemptions: Redemptions): Difference[] {
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
    [
      talliesIn(account.tallies) === talliesIn(talliesOf(account, chain, redemptions)),
      'its tallies are not those of its redemptions',
    ],
    [account._id === `${account.communityId}:member:${account.memberId}`, 'its owner does not fit its id'],
  ]
  return failed(checks, `accounts/${account._id}`, account.communityId)
}

/** What has been redeemed in the periods that still count, told from the redemptions anew. */
const talliesOf = (account: Account, { shop }: Chain, redemptions: Redemptions): Account['tallies'] =>
  shop.reduce<Account>(
    (so, { redemptionId, sign }) => {
      const { itemId, period, quantity } = redemptions.get(redemptionId) ?? {
        itemId: '',
        period: '',
        quantity: 0,
      }
      return withTally(so, itemId, period, sign * quantity)
    },
    { ...account, tallies: [] },
  ).tallies

/** Comparable text; none where somebody left something else in the file. */
const talliesIn = (tallies: unknown): string =>
  Array.isArray(tallies)
    ? JSON.stringify(
        (tallies as Account['tallies'])
          .map((one) => JSON.stringify([one?.itemId, one?.period, one?.quantity]))
          .sort(),
      )
    : 'none'

const shopOf = ({ reason, redemptionId }: Journal): Chain['shop'] => {
  if (redemptionId === null) return []
  return [{ redemptionId, sign: reason.kind === 'redeem' ? 1 : -1 }]
}

/**
 * A redemption against the journals that must and must not be there, and against its own timeline: whoever picked it
 * up or gave it back left a row there.
 */
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
    [ending(redemption.timeline) === redemption.state, 'its state is not what its timeline ends with'],
    [!returned || returned.reverses === `redeem:${redemption._id}`, 'its refund takes back another entry'],
  ]
  return failed(checks, `redemptions/${redemption._id}`, redemption.communityId)
}

/** The state that the last row of a timeline led to. */
function ending(timeline: Redemption['timeline']): Redemption['state'] {
  const last = Array.isArray(timeline) ? timeline[timeline.length - 1]?.event : undefined
  const move = Object.entries(redemptionMoves).find(([event]) => event === last)
  return move ? move[1].to : 'open'
}

/**
 * An item's counters against each other, and against what was ever put on its shelf.
 * @param handedOver units that were picked up and are reserved no more
 */
export function compareItem(item: Item, handedOver: number): Difference[] {
  const held = Object.values(item.reserved ?? {}).reduce((sum, { quantity }) => sum + quantity, 0)
  const checks: Array<[boolean, string]> = [
    [item.left >= 0, 'its stock is below zero'],
    [
      item.stocked === undefined || item.left + held + handedOver === item.stocked,
      `its stock ${item.left}, reserved ${held} and handed over ${handedOver} are not the ${item.stocked} put there`,
    ],
    [
      item.reservedUnits === held,
      `its reserved units ${item.reservedUnits} are not the sum of its reservations, ${held}`,
    ],
  ]
  return failed(checks, `items/${item._id}`, item.communityId)
}

/** The lots of a document; none where somebody left something else in the file: then they do not add up. */
const lotsIn = (lots: unknown): LotPoints[] =>
  Array.isArray(lots) && lots.every((lot) => lot !== null && typeof lot === 'object') ? lots : []

function systemOf(journal: Journal): string {
  if (isExpiry(journal)) return 'expired'
  return isIssue(journal) ? 'issuance' : 'shop'
}

/** Points leave by expiry once their last day has passed, and in no other way from then on. */
function takesInTime(journal: Journal, lots: LotPoints[]): boolean {
  const day = chinaDay(new Date(journal.at))
  const taken = lots.filter(({ points }) => points < 0)
  return taken.every(({ expiresOn }) => (isExpiry(journal) ? expiresOn < day : expiresOn >= day))
}

const failed = (checks: Array<[boolean, string]>, document: string, communityId: string): Difference[] =>
  checks.filter(([holds]) => !holds).map(([, problem]) => ({ document, problem, communityId }))
