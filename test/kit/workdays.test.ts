import fc from 'fast-check'
import { addWorkdays, isWorkday } from '../../cloudfunctions/kit/workdays'

describe('[A2] the Chinese working calendar', () => {
  test.each([
    ['2026-02-13', true, 'the Friday before Spring Festival'],
    ['2026-02-14', true, 'a Saturday that makes up for it'],
    ['2026-02-15', false, 'its first day'],
    ['2026-02-17', false, 'New Year by the moon, a Tuesday'],
    ['2026-02-23', false, 'its last day, a Monday'],
    ['2026-02-28', true, 'another Saturday that makes up for it'],
    ['2026-03-01', false, 'an ordinary Sunday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday that makes up for it'],
    ['2026-11-21', false, 'an ordinary Saturday'],
  ])('%s is a working day: %s (%s)', (day, is) => expect(isWorkday(day)).toBe(is))

  test.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-17', 3, '2026-02-26'],
    ['2026-02-24', 4, '2026-02-28'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 5, '2026-11-27'],
  ])('from %s on %i working days end on %s', (day, count, end) => expect(addWorkdays(day, count)).toBe(end))

  test.each([0, -1, 1.5, NaN, 1_000])('%d is no number of working days', (count) => {
    expect(() => addWorkdays('2026-11-20', count)).toThrow(RangeError)
  })

  const days = fc
    .integer({ min: 0, max: 3_000 })
    .map((n) => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))

  test('a deadline ends on a working day, with exactly so many of them from the day after', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const end = addWorkdays(day, count)
        let working = 0
        for (let at = Date.parse(day) + 86_400_000; at <= Date.parse(end); at += 86_400_000)
          working += Number(isWorkday(new Date(at).toISOString().slice(0, 10)))
        return isWorkday(end) && working === count
      }),
    )
  })

  test('a later beginning or more days never end earlier', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 30 }), (a, b, count) => {
        const [first, second] = [a, b].sort()
        return (
          addWorkdays(first!, count) <= addWorkdays(second!, count) &&
          addWorkdays(a, count) < addWorkdays(a, count + 1)
        )
      }),
    )
  })
})
