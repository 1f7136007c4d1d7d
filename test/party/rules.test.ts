import {
  hoursRules,
  minutesBetween,
  pointsFor,
  ruleFor,
  ruleWords,
  sayMinutes,
} from '../../cloudfunctions/party/hours'
import {
  areInOrder,
  isCheckInTime,
  isCheckOutTime,
  isCorrectionTime,
  isNear,
  isOnPartyDay,
  isOwn,
  matchOf,
  partyDayOf,
} from '../../cloudfunctions/party/rules'

// 09:00 to 11:00 in China on the 10th.
const times = { startsAt: '2026-12-10T01:00:00.000Z', endsAt: '2026-12-10T03:00:00.000Z' }
const [rule] = hoursRules
const instant = (text: string) => new Date(`2026-12-${text}Z`)

describe('[D5] hours become points', () => {
  test.each([
    [0, 0],
    [29, 0],
    [30, 1],
    [59, 1],
    [60, 2],
    [239, 7],
    [240, 8],
    [480, 8],
  ])('%i minutes are %i', (minutes, points) => expect(pointsFor(minutes, rule)).toBe(points))

  test.each([
    ['who comes early is there from the start', '10T00:10:00', '10T02:00:00', 60],
    ['who goes late is there until the end', '10T01:30:00', '10T04:59:00', 90],
    ['part of a minute is none', '10T01:00:00', '10T01:59:59', 59],
    ['less than half an hour is nothing', '10T01:00:00', '10T01:29:59', 0],
    ['out before the start is nothing', '10T00:10:00', '10T00:50:00', 0],
  ])('%s', (_what, from, until, minutes) => {
    const there = { checkedInAt: instant(from).toISOString(), checkedOutAt: instant(until).toISOString() }
    expect(minutesBetween(times, there, rule)).toBe(minutes)
  })

  it('goes by the version of the day on which it begins, in China', () => {
    const second = { ...rule, version: 2, from: '2026-12-11' }
    const versionAt = (startsAt: string) => ruleFor(startsAt, [rule, second]).version
    expect(versionAt('2026-12-10T15:59:59.000Z')).toBe(1)
    expect(versionAt('2026-12-10T16:00:00.000Z')).toBe(2)
    expect(versionAt('2020-01-01T00:00:00.000Z')).toBe(1)
  })

  it('every version has its day and its words, each later than the one before', () => {
    const days = hoursRules.map(({ from }) => from)
    expect([...days].sort()).toEqual(days)
    for (const { id, version, words } of hoursRules) expect(ruleWords({ id, version })).toBe(words)
  })

  test.each([
    [120, '2 小时'],
    [90, '1.5 小时'],
    [95, '95 分钟'],
    [30, '30 分钟'],
  ])('%i is said as %s', (minutes, words) => expect(sayMinutes(minutes)).toBe(words))
})

describe('[D6] the party day is the 10th in China', () => {
  test.each([
    ['2026-12-09T15:59:59.000Z', false],
    ['2026-12-09T16:00:00.000Z', true],
    ['2026-12-10T15:59:59.000Z', true],
    ['2026-12-10T16:00:00.000Z', false],
  ])('%s: %s', (startsAt, is) => expect(isOnPartyDay({ startsAt })).toBe(is))

  it('of a month', () => expect(partyDayOf('2027-01')).toBe('2027-01-10'))
})

describe('[D5] when what is possible', () => {
  test.each([
    ['10T00:00:00', true, false, false],
    ['09T23:59:59', false, false, false],
    ['10T01:00:00', true, true, true],
    ['10T02:59:59', true, true, true],
    ['10T03:00:00', false, true, true],
    ['10T04:59:59', false, true, true],
    ['10T05:00:00', false, false, true],
  ])('at %s: in %s, out %s, hours %s', (text, comesIn, goesOut, corrects) => {
    const now = instant(text)
    expect([isCheckInTime(times, now), isCheckOutTime(times, now), isCorrectionTime(times, now)]).toEqual([
      comesIn,
      goesOut,
      corrects,
    ])
  })

  it('hours are corrected for thirty days', () => {
    expect(isCorrectionTime(times, new Date('2027-01-09T02:59:59Z'))).toBe(true)
    expect(isCorrectionTime(times, new Date('2027-01-09T03:00:00Z'))).toBe(false)
  })

  it('an activity that ends before it begins, or is over, is none', () => {
    expect(areInOrder(times, instant('10T02:00:00'))).toBe(true)
    expect(areInOrder(times, instant('10T03:00:00'))).toBe(false)
    expect(areInOrder({ startsAt: times.endsAt, endsAt: times.startsAt }, instant('01T00:00:00'))).toBe(false)
  })
})

describe('[D1] who is meant', () => {
  test.each([
    ['7', ['7 号楼', '8 号楼'], true],
    ['7', ['17 号楼'], false],
    ['甲', ['甲'], true],
    ['7', [], false],
  ])('building %s of %j: %s', (building, buildings, near) =>
    expect(isNear({ buildings }, building)).toBe(near),
  )

  test.each([
    ['李建国', { name: '李 建国' }, 'match'],
    ['李建国', { name: '李建' }, 'name_differs'],
    ['李建国', null, 'none'],
  ])('%s beside %j on the roster: %s', (name, entry, match) => expect(matchOf(entry, name)).toBe(match))

  test.each([
    ['m_1', 'h1', 'm_1', undefined, true],
    ['m_1', 'h1', 'm_2', 'h1', true],
    ['m_1', undefined, 'm_2', undefined, false],
    ['m_1', 'h1', 'm_2', 'h2', false],
  ])('staff %s of %s about %s of %s: own %s', (me, myHome, other, home, own) =>
    expect(isOwn({ memberId: me, householdId: myHome }, { memberId: other, householdId: home })).toBe(own),
  )
})
