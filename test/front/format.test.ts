import {
  groupDigits,
  sayClock,
  sayDay,
  sayLeft,
  sayLimit,
  sayMoment,
  sayPoints,
  sayWeekday,
  signed,
} from '@/services/format'

// 10:30 in China on Saturday, 21 November.
const now = '2026-11-21T02:30:00Z'

describe('a moment', () => {
  it.each([
    ['2026-11-21T02:24:00Z', '今天 10:24'],
    ['2026-11-20T08:02:00Z', '昨天 16:02'],
    ['2026-11-20T15:59:59Z', '昨天 23:59'],
    ['2026-11-20T16:00:00Z', '今天 00:00'],
    ['2026-11-21T16:00:00Z', '明天 00:00'],
    ['2026-12-20T01:05:00Z', '12 月 20 日 09:05'],
    ['2027-01-02T16:30:00Z', '2027 年 1 月 3 日 00:30'],
  ])('%s is said as %s', (instant, said) => expect(sayMoment(instant, now)).toBe(said))
})

test('the weekday and the clock are those of China', () => {
  expect(sayWeekday('2026-11-21T15:59:59Z')).toBe('周六')
  expect(sayWeekday('2026-11-21T16:00:00Z')).toBe('周日')
  expect(sayClock('2026-12-10T06:30:00Z')).toBe('14:30')
})

describe('a day', () => {
  it.each([
    ['2026-11-21', '今天'],
    ['2026-11-22', '明天'],
    ['2026-12-31', '12 月 31 日'],
    ['2027-12-31', '2027 年 12 月 31 日'],
    // The last moment to pick something up is the end of a day in China.
    ['2026-12-05T15:59:59.999Z', '12 月 5 日'],
  ])('%s is said as %s', (day, said) => expect(sayDay(day, now)).toBe(said))
})

test('points that went have the true minus sign', () => {
  expect(signed(-120)).toBe('−120')
  expect(signed(20)).toBe('＋20')
  expect(sayPoints(-5)).toBe('−5 分')
})

test('digits are read out in fours', () => expect(groupDigits('48271936')).toBe('4827 1936'))

test('a limit says its period', () => {
  expect(sayLimit(2, 'month')).toBe('每人每月限 2 份')
  expect(sayLimit(1, 'always')).toBe('每人限 1 份')
})

test('the rest of a time is rounded to what people plan with', () => {
  expect(sayLeft(-1)).toBe('0 分钟')
  expect(sayLeft(14.2 * 60_000)).toBe('15 分钟')
  expect(sayLeft(26 * 3_600_000)).toBe('26 小时')
  expect(sayLeft(3 * 24 * 3_600_000)).toBe('3 天')
})
