import { collections } from '../../config/collections'
import { allHoldings } from '../../cloudfunctions/jobs/holdings'
import { bounds } from '../../cloudfunctions/contract/privacy-bounds'
import { mayAskCopy, searchedDays, tallyAfter } from '../../cloudfunctions/privacy/rules'
import { copyAfter, copyMoves, erasureAfter } from '../../cloudfunctions/privacy/states'

describe('[P7] the table of holdings', () => {
  it('has a row for every collection, and none twice', () => {
    expect(allHoldings.map(({ collection }) => collection).sort()).toEqual(Object.keys(collections).sort())
  })

  it('says of each what becomes of it, and for how long it is kept, with the reason', () => {
    for (const { collection, erase, outdated } of allHoldings)
      expect([collection, erase.why.length > 0, outdated.why.length > 0]).toEqual([collection, true, true])
  })

  it('gives each that people read a title of its own: it is the name of a file', () => {
    const titles = allHoldings.flatMap(({ people, title }) => (people ? [title] : []))
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^[^\s/\\:*?"<>|.]{2,20}$/)
  })

  it('wipes the person’s own document last: while anything is left it says whose it is', () => {
    expect(allHoldings[allHoldings.length - 1]?.collection).toBe('members')
  })

  it('keeps audit rows for a year at least, and the ledger for good', () => {
    const daysOf = (name: string) => allHoldings.find(({ collection }) => collection === name)?.outdated.days
    expect(daysOf('audits')).toBeGreaterThanOrEqual(365)
    for (const name of ['journals', 'accounts', 'redemptions', 'consents', 'erasures'])
      expect(daysOf(name)).toBeNull()
    for (const name of ['journals', 'accounts'])
      expect(allHoldings.find(({ collection }) => collection === name)?.erase.how).toBe('kept')
  })

  it('removes by a field that an index serves', async () => {
    for (const held of allHoldings.filter(({ outdated }) => outdated.days !== null)) {
      const asked: string[] = []
      const db = {
        list: (_from: unknown, { where }: { where: object }) => {
          asked.push(...Object.keys(where))
          return Promise.resolve([])
        },
      }
      await held.removeOutdated(db as never, new Date(), 10)
      const first = (collections[held.collection]?.indexes ?? []).map(({ fields }) => fields[0]?.[0])
      expect([held.collection, first.includes(asked[0] ?? '')]).toEqual([held.collection, true])
    }
  })
})

describe('[P7] what the tables and rules of privacy say', () => {
  const states = ['asked', 'building', 'ready', 'fetched', 'expired', 'failed', null] as const

  it('a copy goes the ways of its table and no other', () => {
    const ways = Object.keys(copyMoves).map((event) =>
      states.map((state) => copyAfter(state, event as keyof typeof copyMoves)?.[0] ?? '-').join(''),
    )
    expect(ways).toEqual(['--aaaaa', 'bb-----', '-r-----', '--ff---', '--ee---', 'ff-----'])
  })

  it('a deletion settles first, and is wiped after', () => {
    expect([erasureAfter('settling', 'finish'), erasureAfter('wiping', 'settle')]).toEqual([null, null])
    expect([erasureAfter('settling', 'settle'), erasureAfter('wiping', 'finish')]).toEqual(['wiping', 'done'])
    expect([erasureAfter('done', 'settle'), erasureAfter('done', 'finish')]).toEqual([null, null])
  })

  it('a copy a day, by the day in China; one that failed does not count', () => {
    const askedAt = '2026-11-20T15:59:00.000Z'
    const at = (now: string, state: 'ready' | 'failed' = 'ready') =>
      mayAskCopy({ state, askedAt }, new Date(now))
    expect(at('2026-11-20T15:59:59.000Z')).toBe(false)
    expect(at('2026-11-20T16:00:00.000Z')).toBe(true)
    expect(at('2026-11-20T15:59:59.000Z', 'failed')).toBe(true)
  })

  it('reveals are counted by the day in China', () => {
    const now = new Date('2026-11-20T16:00:00.000Z')
    const full = { _id: 'm', schemaVersion: 1, day: '2026-11-21', count: bounds.revealsPerDay } as const
    expect(tallyAfter('m', full, now)).toBeNull()
    expect(tallyAfter('m', { ...full, day: '2026-11-20' }, now)).toMatchObject({ count: 1 })
    expect(tallyAfter('m', null, now)).toMatchObject({ day: '2026-11-21', count: 1 })
  })

  it('a search takes whole days in China, both included', () => {
    expect(searchedDays('2026-11-20', '2026-11-20')).toEqual({
      after: '2026-11-19T15:59:59.999Z',
      last: '2026-11-20T15:59:59.999Z',
    })
    expect(searchedDays('2026-11-21', '2026-11-20')).toBeNull()
    expect(searchedDays('2026-01-01', '2026-11-20')).toBeNull()
  })
})
