import { calendarText } from '../../cloudfunctions/meetings/calendarText'
import { monthsLater } from '../../cloudfunctions/meetings/dates'
import { gateOf, offerUntil, positionIn } from '../../cloudfunctions/meetings/rules'
import type { MeetingFacts } from '../../cloudfunctions/meetings/store'

const now = new Date('2026-11-21T08:00:00.000Z')
const startsAt = '2026-11-25T11:00:00.000Z'

const meeting: MeetingFacts = {
  _id: `t_${'a'.repeat(22)}`,
  schemaVersion: 1,
  inputHash: '',
  communityId: 'a1.b2.c3',
  template: 'open_day',
  title: '恳谈日；停车, 充电; 养狗\\遛狗，还有楼道里堆放的旧家具和纸箱要怎么办',
  venue: '2 楼',
  note: '请带\n身份证',
  startsAt,
  endsAt: '2026-11-25T13:00:00.000Z',
  signUpFrom: '2026-11-20T00:00:00.000Z',
  signUpUntil: startsAt,
  audience: { kind: 'community' },
  householdLimit: null,
  capacity: 30,
  waitlistLimit: 30,
  left: 30,
  reservedUnits: 0,
  queueing: false,
  state: 'open',
  calledOffBecause: '',
  pending: 'none',
  seriesId: null,
  previousId: null,
  version: 3,
  createdBy: 'm_1',
  createdAt: now.toISOString(),
}

describe('[M8] the meetings of a series', () => {
  test.each([
    ['2027-01-31T11:00:00.000Z', 1, '2027-02-28T11:00:00.000Z'],
    ['2027-01-31T11:00:00.000Z', 2, '2027-03-31T11:00:00.000Z'],
    ['2026-11-10T11:00:00.000Z', 2, '2027-01-10T11:00:00.000Z'],
    // 1 December 07:00 in China is still November in UTC.
    ['2026-11-30T23:00:00.000Z', 1, '2026-12-31T23:00:00.000Z'],
    ['2026-11-30T23:00:00.000Z', 2, '2027-01-31T23:00:00.000Z'],
  ])('%s, %i months later', (first, months, expected) => expect(monthsLater(first, months)).toBe(expected))
})

describe('[M3] what somebody gets', () => {
  test.each([
    [{ left: 1, queueing: false }, 1, 'seat'],
    [{ left: 1, queueing: true }, 1, 'waitlist'],
    [{ left: 0, queueing: false }, 1, 'waitlist'],
    [{ left: 0, queueing: true }, 0, 'full'],
  ])('with %j and %i places to wait: %s', (seats, left, expected) =>
    expect(gateOf({ ...seats, startsAt }, { left }, now)).toBe(expected),
  )

  it('near the start is a seat or nothing', () => {
    const near = new Date('2026-11-25T09:00:00.000Z')
    expect(gateOf({ left: 1, queueing: true, startsAt }, { left: 1 }, near)).toBe('seat')
    expect(gateOf({ left: 0, queueing: true, startsAt }, { left: 1 }, near)).toBe('full')
  })

  test.each([
    ['2026-11-21T08:00:00.000Z', '2026-11-21T10:00:00.000Z'],
    ['2026-11-25T08:59:00.000Z', '2026-11-25T09:30:00.000Z'],
  ])('an offer of %s is kept until %s', (at, until) =>
    expect(offerUntil({ startsAt }, new Date(at))).toBe(until),
  )

  it('is a place in order of time, and of id at the same time', () => {
    const reserved = { b: { quantity: 1, at: '2' }, a: { quantity: 1, at: '2' }, c: { quantity: 1, at: '1' } }
    expect(['c', 'a', 'b', 'x'].map((id) => positionIn(reserved, id))).toEqual([1, 2, 3, null])
  })
})

describe('[M4] the calendar file', () => {
  const text = calendarText(meeting, 'https://example.org/?meeting=1', now)
  const lines = text.split('\r\n')
  const unfolded = text.replace(/\r\n /g, '')

  it('has lines of at most 75 octets, each ended by CRLF and none broken within a letter', () => {
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
  })

  it('says what, where and when in UTC, reminds one day before, and leads back', () => {
    for (const line of [
      'BEGIN:VCALENDAR',
      `UID:t_${'a'.repeat(22)}@jinlin`,
      'DTSTAMP:20261121T080000Z',
      'DTSTART:20261125T110000Z',
      'DTEND:20261125T130000Z',
      'SUMMARY:恳谈日；停车\\, 充电\\; 养狗\\\\遛狗，还有楼道里堆放的旧家具和纸箱要怎么办',
      'DESCRIPTION:请带\\n身份证',
      'URL:https://example.org/?meeting=1',
      'TRIGGER;VALUE=DATE-TIME:20261124T110000Z',
      'END:VCALENDAR',
    ])
      expect(unfolded.split('\r\n')).toContain(line)
  })
})
