import fc from 'fast-check'
import { contract } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
import { Buckets, rateOf, usualRate } from '../../cloudfunctions/kit/rates'

const second = 1_000
const minute = 60 * second

/** How many of the calls, one each so many ms, are let through. */
const through = (buckets: Buckets, calls: number, everyMs: number, who = 'a', cost = 1): number =>
  Array.from({ length: calls }, (_, index) => buckets.take(who, cost, index * everyMs)).filter(Boolean).length

describe('[P7] how fast one person may call', () => {
  it('a program that calls a thousand times a minute is mostly refused', () => {
    const let_ = through(new Buckets(usualRate), 1_000, minute / 1_000)
    expect(let_).toBeLessThan(400)
    expect(let_).toBeGreaterThan(300)
  })

  it('a thousand at once get what is for a moment, and no more', () =>
    expect(through(new Buckets(usualRate), 1_000, 0)).toBe(usualRate.burst))

  it('a host who checks in two people a second and looks at the list each time is never refused', () =>
    expect(through(new Buckets(usualRate), 4 * 60 * 5, 250)).toBe(4 * 60 * 5))

  it('nor is a counter with twenty pick-ups a minute, five calls each', () =>
    expect(through(new Buckets(usualRate), 20 * 5 * 30, minute / 100)).toBe(20 * 5 * 30))

  it('nor an office that photographs a hundred goods in ten minutes, the photo costing three', () =>
    expect(through(new Buckets(usualRate), 100, 6 * second, 'a', 3)).toBe(100))

  it('nor somebody who opens ten pages in five seconds, with four calls each', () => {
    const buckets = new Buckets(usualRate)
    expect(through(buckets, 40, 125)).toBe(40)
  })

  it('nobody pays for somebody else', () => {
    const buckets = new Buckets(usualRate)
    through(buckets, 1_000, 0, 'a')
    expect(buckets.take('b', 1, 0)).toBe(true)
  })

  it('after a pause it is as at the beginning', () => {
    const buckets = new Buckets(usualRate)
    through(buckets, 1_000, 0)
    expect(buckets.take('a', usualRate.burst, 12 * second)).toBe(true)
  })

  it('a clock that is set back gives nothing', () => {
    const buckets = new Buckets({ perSecond: 1, burst: 1 })
    expect(buckets.take('a', 1, 10 * second)).toBe(true)
    expect(buckets.take('a', 1, 0)).toBe(false)
    expect(buckets.take('a', 1, 500)).toBe(false)
  })

  it('never more than the burst and what has flowed since, in any order of calls', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (pauses) => {
        const buckets = new Buckets({ perSecond: 2, burst: 5 })
        let now = 0
        let got = 0
        for (const pause of pauses) if (buckets.take('a', 1, (now += pause))) got += 1
        expect(got).toBeLessThanOrEqual(5 + (2 * now) / second + 1e-6)
      }),
    ))

  it('remembers no more people than it has room for, and forgets who was away longest', () => {
    const buckets = new Buckets({ perSecond: 0.001, burst: 1 }, 2)
    for (const who of ['a', 'b', 'a', 'c']) buckets.take(who, 1, 0)
    expect(buckets.take('a', 1, 0)).toBe(false)
    expect(buckets.take('b', 1, 0)).toBe(true)
  })
})

describe('what a deployment can set', () => {
  it.each([
    ['2/30', { perSecond: 2, burst: 30 }],
    ['0.5/5', { perSecond: 0.5, burst: 5 }],
  ])('%s', (setting, rate) => expect(rateOf(setting)).toEqual(rate))

  it.each([undefined, '', 'off', '0/0', '-1/5', '5', '5/0', '5/60/1', '1e9/5'])(
    'the usual one for %s: nothing switches it off',
    (setting) => expect(rateOf(setting)).toEqual(usualRate),
  )

  it('no action costs more than the usual bucket holds', () => {
    const definitions = Object.values(contract).flatMap(
      (actions) => Object.values(actions) as ActionDefinition[],
    )
    expect(Math.max(...definitions.map(({ cost = 1 }) => cost))).toBeLessThanOrEqual(usualRate.burst / 4)
  })
})
