import fc from 'fast-check'
import { availableOf, lotsAfter, lotsToSpend, postedOf } from '../../cloudfunctions/points/lots'
import type { LotPoints } from '../../cloudfunctions/points/store'

const today = '2026-11-21'

/** Lots of an account: one a day, none empty, some of them expired. */
const lots = fc
  .uniqueArray(
    fc.record({
      expiresOn: fc.integer({ min: 0, max: 60 }).map((days) => {
        const day = new Date(Date.parse('2026-11-01') + days * 86_400_000)
        return day.toISOString().slice(0, 10)
      }),
      points: fc.integer({ min: 1, max: 500 }),
    }),
    { selector: ({ expiresOn }) => expiresOn, maxLength: 8 },
  )
  .map((some) => lotsAfter([], some))

const returned = (changes: readonly LotPoints[]) =>
  changes.map((change) => ({ ...change, points: -change.points }))

describe('[L5] spending', () => {
  it('is refused when what has not expired does not reach', () => {
    const some = [
      { expiresOn: '2026-11-20', points: 100 },
      { expiresOn: '2026-11-21', points: 5 },
    ]
    expect(lotsToSpend(some, 6, today)).toBeNull()
    expect(lotsToSpend(some, 5, today)).toEqual([{ expiresOn: '2026-11-21', points: -5 }])
    expect(lotsToSpend([], 1, today)).toBeNull()
  })

  it('takes exactly the amount, never more than a lot has, and nothing that has expired', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 2000 }), (some, amount) => {
        const changes = lotsToSpend(some, amount, today)
        if (availableOf(some, today) < amount) return expect(changes).toBeNull()
        expect(postedOf(changes ?? [])).toBe(-amount)
        const after = lotsAfter(some, changes ?? [])
        expect(after.every(({ points }) => points > 0)).toBe(true)
        expect(postedOf(after)).toBe(postedOf(some) - amount)
        expect((changes ?? []).every(({ expiresOn }) => expiresOn >= today)).toBe(true)
      }),
    )
  })

  it('takes the earliest first: a later lot is touched only when all before it are empty', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 2000 }), (some, amount) => {
        const changes = lotsToSpend(some, amount, today) ?? []
        const after = lotsAfter(some, changes)
        const lastTouched = changes[changes.length - 1]?.expiresOn ?? ''
        const leftBefore = after.filter(({ expiresOn }) => expiresOn >= today && expiresOn < lastTouched)
        expect(leftBefore).toEqual([])
      }),
    )
  })

  it('and giving back leaves every lot as it was', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 2000 }), (some, amount) => {
        const changes = lotsToSpend(some, amount, today) ?? []
        expect(lotsAfter(lotsAfter(some, changes), returned(changes))).toEqual(some)
      }),
    )
  })
})
