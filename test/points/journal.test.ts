import fc from 'fast-check'
import { emptyAccount, genesisHash, hashOfJournal, nextEntry } from '../../cloudfunctions/points/journal'
import type { Account, Journal } from '../../cloudfunctions/points/store'
import { community, differencesOf, draft, today } from './entries'

/** Posts amounts one after the other; a spend that does not reach is left out. */
function history(amounts: readonly number[]): { account: Account; journals: Journal[] } {
  let account = emptyAccount(community, 'm_1')
  const journals: Journal[] = []
  amounts.forEach((amount, index) => {
    if (amount === 0 || account.posted + amount < 0) return
    const next = nextEntry(account, draft(`k${index}`, amount), today)
    account = next.account
    journals.push(next.journal)
  })
  return { account, journals }
}

const amounts = fc.array(fc.integer({ min: -80, max: 100 }), { maxLength: 30 })

describe('[L5] an entry of the ledger', () => {
  it('is refused when it would spend more than there is', () => {
    expect(() => nextEntry(emptyAccount(community, 'm_1'), draft('k', -1), today)).toThrow(RangeError)
  })

  it('is refused when its lots are not its amount', () => {
    const wrong = { ...draft('k', 10), lots: [{ expiresOn: '2026-12-31', points: 9 }] }
    expect(() => nextEntry(emptyAccount(community, 'm_1'), wrong, today)).toThrow(RangeError)
  })

  it('begins a chain at the genesis hash, with number 1', () => {
    const { journal, account } = nextEntry(emptyAccount(community, 'm_1'), draft('k', 10), today)
    expect(journal.member).toMatchObject({ seq: 1, previousHash: genesisHash, balanceAfter: 10 })
    expect(account).toMatchObject({ seq: 1, head: journal.member.hash, posted: 10 })
    expect(journal.system.amount).toBe(-10)
  })

  it('keeps every balance, number and hash in step with the account, whatever is posted', () => {
    fc.assert(
      fc.property(amounts, (some) => {
        const { account, journals } = history(some)
        expect(differencesOf(journals, account)).toEqual([])
        expect(account.posted).toBe(journals.reduce((sum, { member }) => sum + member.amount, 0))
      }),
    )
  })

  it('has a hash over all that it says: a change of any field shows', () => {
    const { journals } = history([10, 20, -5])
    const paths: ((journal: Journal) => void)[] = [
      (one) => (one._id = 'other'),
      (one) => (one.member.amount += 1),
      (one) => (one.member.balanceAfter += 1),
      (one) => (one.member.seq += 1),
      (one) => (one.member.account += 'x'),
      (one) => (one.member.previousHash = genesisHash.replace('0', '1')),
      (one) => (one.member.lots = []),
      (one) => (one.system.amount += 1),
      (one) => (one.system.account += 'x'),
      (one) => (one.reason.title = '别的'),
      (one) => (one.reason.rule = '3.2'),
      (one) => (one.actor = 'm_2'),
      (one) => (one.at = '2026-11-21T08:00:00.001Z'),
      (one) => (one.reverses = 'k0'),
      (one) => (one.redemptionId = `r_${'a'.repeat(22)}`),
      (one) => (one.communityId = 'a1.b2.c3'),
    ]
    for (const change of paths) {
      const altered = structuredClone(journals[1]!)
      change(altered)
      expect(hashOfJournal(altered)).not.toBe(journals[1]?.member.hash)
    }
    expect(hashOfJournal(journals[1]!)).toBe(journals[1]?.member.hash)
  })

  it('cannot be left out, doubled or swapped without the proof naming somebody', () => {
    const { account, journals } = history([10, 20, -5, 40])
    const [a, b, c, d] = journals as [Journal, Journal, Journal, Journal]
    for (const wrong of [
      [b, c, d],
      [a, c, d],
      [a, b, c],
      [a, b, b, c, d],
      [a, c, b, d],
    ])
      expect(differencesOf(wrong, account)).not.toEqual([])
    expect(differencesOf([a, b, c, d], account)).toEqual([])
  })
})
