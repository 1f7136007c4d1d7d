import {
  addMinutes,
  chinaDay,
  chinaPeriod,
  endOfChinaDay,
  endOfChinaYear,
} from '../../cloudfunctions/kit/time'

/** The last moment of a month in China and the first of the next, wherever the server stands. */
const last = new Date('2026-09-30T15:59:59.999Z')
const first = new Date('2026-09-30T16:00:00.000Z')

describe('[L1] time in China', () => {
  it('is told on a machine that lives in UTC', () => expect(process.env.TZ).toBe('UTC'))

  it('changes the day at 16:00 UTC', () => {
    expect([chinaDay(last), chinaDay(first)]).toEqual(['2026-09-30', '2026-10-01'])
  })

  it('changes month and quarter with the day', () => {
    expect([chinaPeriod('month', last), chinaPeriod('month', first)]).toEqual(['2026-09', '2026-10'])
    expect([chinaPeriod('quarter', last), chinaPeriod('quarter', first)]).toEqual(['2026-Q3', '2026-Q4'])
  })

  it('changes the year eight hours early', () => {
    const newYear = new Date('2026-12-31T16:00:00.000Z')
    expect(chinaDay(newYear)).toBe('2027-01-01')
    expect(chinaPeriod('quarter', newYear)).toBe('2027-Q1')
    expect(endOfChinaYear(newYear, 0)).toBe('2027-12-31')
    expect(endOfChinaYear(addMinutes(newYear, -1), 1)).toBe('2027-12-31')
  })

  it('ends a day with its last millisecond, also over the end of February', () => {
    expect(endOfChinaDay(last, 14).toISOString()).toBe('2026-10-14T15:59:59.999Z')
    expect(endOfChinaDay(first, 14).toISOString()).toBe('2026-10-15T15:59:59.999Z')
    expect(endOfChinaDay(new Date('2028-02-20T00:00:00.000Z'), 10).toISOString()).toBe(
      '2028-03-01T15:59:59.999Z',
    )
  })
})
