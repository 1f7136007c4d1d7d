import { emptyAccount } from '../../cloudfunctions/points/journal'
import { kindOfPhoto } from '../../cloudfunctions/kit/photos'
import {
  mayStillRedeem,
  moved,
  redemptionMoves,
  standsOn,
  whyNotMove,
  whyNotRedeem,
  whyNotTake,
  withTally,
  type RedemptionEvent,
} from '../../cloudfunctions/points/rules'
import type { Account, Item, Redemption } from '../../cloudfunctions/points/store'

const itemId = `i_${'a'.repeat(22)}`
const november = new Date('2026-11-21T08:00:00.000Z')
const december = new Date('2026-11-30T16:00:00.000Z')

const item = (fields: Partial<Item> = {}): Item =>
  ({
    _id: itemId,
    state: 'open',
    frozen: false,
    left: 5,
    costPoints: 10,
    limitPerPerson: 2,
    limitPeriod: 'month',
    ...fields,
  }) as Item

const account = (points: number): Account => ({
  ...emptyAccount('wendeng.tianfu.pinganli', 'm_1'),
  lots: [{ expiresOn: '2026-12-31', points }],
})

describe('[L5] an item cannot be taken', () => {
  test.each([
    [{ state: 'closed', frozen: true, left: 0 }, 1, 'ITEM_CLOSED'],
    [{ frozen: true, left: 0 }, 1, 'REDEMPTION_FROZEN'],
    [{ left: 0 }, 1, 'SOLD_OUT'],
    [{ left: 2 }, 3, 'SOLD_OUT'],
    [{ left: 3 }, 3, null],
  ] as const)('%j, quantity %i → %s', (fields, quantity, expected) => {
    expect(whyNotTake(item(fields), quantity)).toBe(expected)
  })
})

describe('[L5] the limit per person', () => {
  it('comes before the balance, so that nobody saves up for what they may not have', () => {
    const full = withTally(account(0), itemId, '2026-11', 2)
    expect(whyNotRedeem(full, { item: item(), quantity: 1 }, november)).toBe('LIMIT_REACHED')
    expect(whyNotRedeem(account(9), { item: item(), quantity: 1 }, november)).toBe('INSUFFICIENT_POINTS')
    expect(whyNotRedeem(account(10), { item: item(), quantity: 1 }, november)).toBeNull()
  })

  it('a dearer price than the one agreed to comes before everything', () => {
    const wish = { item: item(), quantity: 2, atMostPoints: 19 }
    expect(whyNotRedeem(account(0), wish, november)).toBe('PRICE_CHANGED')
    expect(whyNotRedeem(account(20), { ...wish, atMostPoints: 20 }, november)).toBeNull()
  })

  it('counts to the last one and not further', () => {
    const one = withTally(account(100), itemId, '2026-11', 1)
    expect(
      [1, 2].map((quantity) => whyNotRedeem(one, { item: item(), quantity: quantity }, november)),
    ).toEqual([null, 'LIMIT_REACHED'])
  })

  it('begins anew with the month in China, the quarter, or never', () => {
    const full = withTally(account(100), itemId, '2026-11', 2)
    expect([november, december].map((at) => mayStillRedeem(full, item(), at))).toEqual([0, 2])
    const quarter = withTally(account(100), itemId, '2026-Q4', 2)
    expect(mayStillRedeem(quarter, item({ limitPeriod: 'quarter' }), december)).toBe(0)
    const ever = withTally(account(100), itemId, 'always', 2)
    expect(mayStillRedeem(ever, item({ limitPeriod: 'always' }), new Date('2030-01-01'))).toBe(0)
  })

  it('is never below zero, also after it was lowered', () => {
    expect(mayStillRedeem(withTally(account(0), itemId, '2026-11', 5), item(), november)).toBe(0)
  })
})

describe('[L5] the tally behind the limit', () => {
  it('goes up and down, and is gone at nothing', () => {
    const twice = withTally(withTally(account(0), itemId, '2026-11', 1), itemId, '2026-11', 1)
    expect(twice.tallies).toEqual([{ itemId, period: '2026-11', quantity: 2 }])
    expect(withTally(twice, itemId, '2026-11', -2).tallies).toEqual([])
  })

  it('of this month is not touched by a refund of the last', () => {
    const present = withTally(account(0), itemId, '2026-11', 1)
    expect(withTally(present, itemId, '2026-10', -1)).toEqual(present)
  })

  it('of a past month falls away with the next redemption', () => {
    const old = withTally(account(0), itemId, '2026-10', 2)
    expect(withTally(old, itemId, '2026-11', 1).tallies).toEqual([{ itemId, period: '2026-11', quantity: 1 }])
  })
})

describe('[L5] the states of a redemption', () => {
  const states: Redemption['state'][] = ['open', 'picked_up', 'cancelled', 'timed_out']
  const events = Object.keys(redemptionMoves) as RedemptionEvent[]
  const refusals = {
    open: null,
    picked_up: 'ALREADY_PICKED_UP',
    cancelled: 'ALREADY_ENDED',
    timed_out: 'ALREADY_ENDED',
  }
  const ends = { pickUp: 'picked_up', cancel: 'cancelled', timeOut: 'timed_out' }

  test.each(states.flatMap((state) => events.map((event) => [state, event] as const)))(
    '%s, %s',
    (state, event) => {
      expect(whyNotMove({ state }, event)).toBe(refusals[state])
    },
  )

  test.each(events)('%s moves state, code and timeline together', (event) => {
    const open = { _id: 'r_1', state: 'open', openCode: 'c:1', timeline: [] } as unknown as Redemption
    const at = november.toISOString()
    expect(moved(open, event, { actor: 'm_1', request: 'q', at })).toEqual({
      _id: 'r_1',
      state: ends[event],
      openCode: 'r_1',
      endedAt: at,
      endedBy: 'q',
      timeline: [{ event, at, actor: 'm_1' }],
    })
  })

  it('say whether a reservation is behind them', () => {
    const at = '2026-11-21T08:00:00.000Z'
    const later = '2026-11-21T08:00:00.001Z'
    expect(standsOn({ itemId, endedAt: null }, itemId, later)).toBe(true)
    expect(standsOn({ itemId, endedAt: at }, itemId, at)).toBe(true)
    expect(standsOn({ itemId, endedAt: at }, itemId, later)).toBe(false)
    expect(standsOn({ itemId: 'i_2', endedAt: null }, itemId, at)).toBe(false)
  })
})

describe('[L5] a photo is told by its bytes', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  test.each([
    ['a vector graphic', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['a page', bytes('<!doctype html><script>1</script>'), null],
    ['a moving picture', bytes('GIF89a........'), null],
    ['a document', bytes('%PDF-1.7'), null],
    ['a sound in the same wrapper', bytes('RIFF0000WAVEfmt '), null],
    ['nothing', bytes(''), null],
    ['half a beginning', bytes('\x89PNG'), null],
    ['a jpg', bytes('\xff\xd8\xff\xe0....'), 'jpg'],
    ['a png', bytes('\x89PNG\r\n\x1a\n....'), 'png'],
    ['a webp', bytes('RIFF0000WEBPVP8 '), 'webp'],
  ])('%s', (_story, content, kind) => {
    expect(kindOfPhoto(content)).toBe(kind)
  })
})
