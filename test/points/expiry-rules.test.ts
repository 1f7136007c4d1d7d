import fc from 'fast-check'
import { expiryOf, postingOf } from '../../cloudfunctions/points/expiry'
import { noFigures, withJournal } from '../../cloudfunctions/points/figures'
import { emptyAccount, nextEntry, type Draft } from '../../cloudfunctions/points/journal'
import { availableOf } from '../../cloudfunctions/points/lots'
import type { Account, Journal } from '../../cloudfunctions/points/store'
import { community, differencesOf, draft, today } from './entries'

const dayAt = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()

/** What happens to an account: days pass, and points come that last for some days more, go, or go and come back. */
const happening = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  amount: fc.integer({ min: -60, max: 80 }).filter((amount) => amount !== 0),
  lasts: fc.integer({ min: 0, max: 50 }),
  comesBackAfter: fc.option(fc.integer({ min: 0, max: 60 })),
})

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

interface Timed {
  account: Account
  journals: Journal[]
  day: number
}

type Post = typeof postingOf

/** As it was before expiry was an entry. */
const alone: Post = (account, said) => {
  const next = nextEntry(account, said, said.at.slice(0, 10))
  return { ...next, entries: [next.journal] }
}

function happens(so: Timed, { days, amount, lasts, comesBackAfter }: Happening, post: Post): Timed {
  const day = so.day + days
  const today = dayAt(day).slice(0, 10)
  if (amount < 0 && availableOf(so.account.lots, today) < -amount) return { ...so, day }
  const expiresOn = dayAt(day + lasts).slice(0, 10)
  const key = `k${so.journals.length}`
  const said = { ...draft(key, amount), at: dayAt(day) }
  const first = posted(so, amount > 0 ? { ...said, lots: [{ expiresOn, points: amount }] } : said, post)
  if (amount > 0 || comesBackAfter === null) return { ...first, day }
  const back: Draft = {
    ...{ ...said, key: `back:${key}`, amount: -amount, at: dayAt(day + comesBackAfter) },
    lots: first.lots.map((lot) => ({ ...lot, points: -lot.points })),
    reason: { ...said.reason, kind: 'cancel' },
  }
  return { ...posted(first, back, post), day: day + comesBackAfter }
}

function posted({ account, journals }: Pick<Timed, 'account' | 'journals'>, said: Draft, post: Post) {
  const next = post(account, said)
  return { ...next, journals: [...journals, ...next.entries], lots: next.journal.member.lots }
}

const history = fc.array(happening, { maxLength: 12 })

const begun = (): Timed => ({ account: emptyAccount(community, 'm_1'), journals: [], day: 0 })

describe('[L6] points whose last day has passed', () => {
  it('leave by entries that the proof finds sound, whatever happens before and between', () => {
    fc.assert(
      fc.property(history, history, (before, since) => {
        const old = before.reduce((so, one) => happens(so, one, alone), begun())
        const { account, journals } = since.reduce((so, one) => happens(so, one, postingOf), old)
        expect(differencesOf(journals, account)).toEqual([])
        expect(new Set(journals.map(({ _id }) => _id)).size).toBe(journals.length)
      }),
    )
  })

  it('are all that is missing: after an entry nothing is left but what can be used', () => {
    fc.assert(
      fc.property(history, history, (before, since) => {
        const old = before.reduce((so, one) => happens(so, one, alone), begun())
        let so = old
        for (const one of since) {
          const next = happens(so, one, postingOf)
          const isPosted = next.journals.length > so.journals.length
          if (isPosted)
            expect(next.account.posted).toBe(availableOf(next.account.lots, dayAt(next.day).slice(0, 10)))
          so = next
        }
      }),
    )
  })

  it('can be taken out at any moment, once, and change nothing that can be used', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 60 }), (before, wait) => {
        const { account, journals, day } = before.reduce((so, one) => happens(so, one, alone), begun())
        const at = dayAt(day + wait)
        const today = at.slice(0, 10)
        const out = expiryOf(account, at)
        expect(out.account.posted).toBe(availableOf(account.lots, today))
        expect(availableOf(out.account.lots, today)).toBe(out.account.posted)
        expect(expiryOf(out.account, at).entries).toEqual([])
        expect(differencesOf([...journals, ...out.entries], out.account)).toEqual([])
      }),
    )
  })

  it('are counted: issued is redeemed, expired and outstanding', () => {
    fc.assert(
      fc.property(history, history, (before, since) => {
        const old = before.reduce((so, one) => happens(so, one, alone), begun())
        const { account, journals } = since.reduce((so, one) => happens(so, one, postingOf), old)
        const { issued, redeemed, reversed, expired, outstanding } = journals.reduce(withJournal, noFigures)
        expect(issued).toBe(redeemed - reversed + expired + outstanding)
        expect(outstanding).toBe(account.posted)
        const taken = journals.filter(({ reason }) => reason.kind === 'expire')
        expect(expired).toBe(taken.reduce((sum, { member }) => sum - member.amount, 0))
      }),
    )
  })

  it('and no others: what is spent or taken out on the wrong side of the last day is named', () => {
    const lot = { expiresOn: '2026-11-20', points: 10 }
    const { account, journal } = nextEntry(
      emptyAccount(community, 'm_1'),
      { ...draft('k', 10), lots: [lot] },
      today,
    )
    const wrong = (change: Partial<Draft>) => {
      const said = { ...draft('w', -10), lots: [{ ...lot, points: -10 }], ...change }
      const next = nextEntry(account, said, today)
      return differencesOf([journal, next.journal], next.account)
    }
    const expiry = {
      system: 'expired' as const,
      reason: { ...draft('w', 1).reason, kind: 'expire' as const },
    }
    expect(wrong({})).toEqual(['journals/w'])
    expect(wrong({ ...expiry, at: '2026-11-20T08:00:00.000Z' })).toEqual(['journals/w'])
    expect(wrong(expiry)).toEqual([])
  })
})
