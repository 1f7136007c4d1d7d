import fc from 'fast-check'
import { limits } from '../../cloudfunctions/contract/limits'
import {
  afterTry,
  byRoom,
  codeStateOf,
  doorOf,
  isOnRoster,
  plainCode,
} from '../../cloudfunctions/residency/rules'

const now = new Date('2026-12-10T01:00:00.000Z')
const minute = 60_000

describe('[P2] a door', () => {
  test.each([
    [{ building: '8', unit: '2', room: '301' }, ['8', '2', '301']],
    [{ building: '8 号楼', unit: '2单元', room: '0301室' }, ['8', '2', '301']],
    [{ building: '１２栋', unit: '二', room: 'a12' }, ['12', '2', 'A12']],
  ])('%j is one of the roster', (typed, [building, unit, room]) => {
    expect(doorOf(typed)).toEqual({ building, unit, room })
  })

  test.each([
    [{ building: '平安楼', unit: '1', room: '101' }, 'building'],
    [{ building: '8', unit: '-', room: '101' }, 'unit'],
    [{ building: '8', unit: '1', room: '1-101' }, 'room'],
    [{ building: '8', unit: '1', room: '$ne' }, 'room'],
    [{ building: '8', unit: '1', room: '1234567' }, 'room'],
  ])('%j is none', (typed, notA) => expect(doorOf(typed)).toEqual({ notA }))

  it('whatever is typed, what comes out can stand in an id', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (building, unit, room) => {
        const door = doorOf({ building, unit, room })
        return 'notA' in door || Object.values(door).every((part) => /^[A-Z0-9]{1,6}$/.test(part))
      }),
    )
  })

  it('rooms come in the order of the floors', () => {
    const rooms = ['1101', '201', '101', '102A', '102'].map((room) => ({ room }))
    expect(rooms.sort(byRoom).map(({ room }) => room)).toEqual(['101', '102', '102A', '201', '1101'])
  })
})

describe('[P2] the roster knows somebody', () => {
  const household = {
    persons: [
      { name: '吴小雨', phone: '13200000021', note: '' },
      { name: '吴国栋', phone: null, note: '' },
    ],
  }
  test.each([
    ['by name and phone', { name: '吴小雨', phone: '13200000021' }, true],
    ['with a blank in the name', { name: '吴 小雨', phone: '13200000021' }, true],
    ['by the name alone', { name: '吴小雨', phone: '13200000022' }, false],
    ['by the phone alone', { name: '吴大雨', phone: '13200000021' }, false],
    ['by the phone of another of the household', { name: '吴国栋', phone: '13200000021' }, false],
  ])('%s', (_story, told, known) => expect(isOnRoster(household, told)).toBe(known))

  it('not where the roster has no such door', () => {
    expect(isOnRoster(null, { name: '吴小雨', phone: '13200000021' })).toBe(false)
  })
})

describe('[P2] a code', () => {
  test.each(['wx34-79ac', ' WX34 79AC ', 'ｗｘ３４７９ａｃ', 'W X 3 4—7 9 A C'])(
    '%s is the code as it was issued',
    (typed) => expect(plainCode(typed)).toBe('WX3479AC'),
  )

  it('is open until the very end of its time, and once', () => {
    const expiresAt = now.toISOString()
    const just = new Date(now.getTime() - 1)
    expect(codeStateOf({ usedAt: null, expiresAt }, just)).toBe('open')
    expect(codeStateOf({ usedAt: null, expiresAt }, now)).toBe('expired')
    expect(codeStateOf({ usedAt: expiresAt, expiresAt }, just)).toBe('used')
    expect(codeStateOf(null, now)).toBe('none')
  })

  it('can be guessed five times in a window, whenever the guesses come', () => {
    const { wrongTries, lockMinutes } = limits.residency.code
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * minute }), { maxLength: 60 }), (pauses) => {
        let tries: { left: number; windowEndsAt: string } | null = null
        let clock = now.getTime()
        const allowed: number[] = []
        for (const pause of pauses) {
          clock += pause
          const at = new Date(clock)
          const until = new Date(clock + lockMinutes * minute).toISOString()
          const after = afterTry(tries, at, until)
          if ('lockedUntil' in after) {
            if (after.lockedUntil <= at.toISOString()) return false
            continue
          }
          tries = after
          allowed.push(clock)
        }
        // Two windows that touch hold ten at most; no stretch of one window's length holds more.
        return allowed.every(
          (from) =>
            allowed.filter((one) => one >= from && one < from + lockMinutes * minute).length <=
            2 * wrongTries,
        )
      }),
    )
  })
})
