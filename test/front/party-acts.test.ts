import { actsOf, canJoin } from '@/features/party/acts'
import { isInReach, isPastDay, presentMonth, sayMonth, shiftedMonth } from '@/features/party/months'
import { activityWords, oneLine, staffWords } from '@/features/party/refusals'
import {
  placesWords,
  sayMinutes,
  settledWhy,
  settledWords,
  type Activity,
  type Participation,
} from '@/features/party/words'
import { stepOf } from '@/features/party/use-check-in'
import { limits } from '@contract/limits'

// 08:00 in China on Thursday, 10 December.
const now = Date.parse('2026-12-10T00:00:00Z')

const activity: Activity = {
  id: 'v_AAAAAAAAAAAAAAAAAAAAAA',
  communityId: 'wendeng.tianfu.pinganli',
  title: '清理楼道',
  venue: '3 号楼门口',
  startsAt: '2026-12-10T01:00:00Z',
  endsAt: '2026-12-10T03:00:00Z',
  state: 'open',
  onPartyDay: true,
  compound: null,
  near: false,
  capacity: 20,
  placesLeft: 4,
  mine: null,
  note: '',
  ruleWords: '每满半小时 1 分',
  calledOffBecause: '',
  participation: null,
  may: ['join'],
}

const participation: Participation = {
  id: 'p_AAAAAAAAAAAAAAAAAAAAAA',
  activityId: activity.id,
  state: 'done',
  checkedInAt: '2026-12-10T01:02:00Z',
  checkedOutAt: '2026-12-10T03:05:00Z',
  minutes: 120,
  points: 4,
  rule: { id: '2.1', version: 1, words: '每满半小时 1 分' },
  settledBy: 'checkOut',
  reason: '',
}

describe('[D5] what can be done with an activity', () => {
  test('one that is full says so; one that is over or called off says it elsewhere', () => {
    const full = { ...activity, placesLeft: 0, may: [] }
    expect(actsOf(full, now)).toEqual({ main: null, why: '名额满了', mayLeave: false })
    const nothing = { main: null, why: null, mayLeave: false }
    expect(actsOf(full, Date.parse(activity.endsAt))).toEqual(nothing)
    expect(actsOf({ ...full, state: 'called_off' }, now)).toEqual(nothing)
    expect(actsOf({ ...full, mine: 'done' }, now)).toEqual(nothing)
  })

  test('whoever stands at the door scans, with or without a sign-up', () => {
    expect(actsOf(activity, now).main?.kind).toBe('join')
    expect(actsOf({ ...activity, may: ['join', 'checkIn'] }, now).main?.kind).toBe('checkIn')
    const joined: Activity = { ...activity, mine: 'joined', may: ['leave', 'checkIn'] }
    expect(actsOf(joined, now)).toEqual({
      main: { kind: 'checkIn', text: '签到' },
      why: null,
      mayLeave: true,
    })
    expect(actsOf({ ...activity, mine: 'in', may: ['checkOut'] }, now).main?.text).toBe('签退')
  })

  test('a list offers to join what can be joined, and nothing else', () => {
    expect(canJoin({ ...activity, placesLeft: 0 }, now)).toBe(false)
    expect(canJoin({ ...activity, state: 'called_off' }, now)).toBe(false)
    expect(canJoin({ ...activity, mine: 'joined' }, now)).toBe(false)
    expect(canJoin({ ...activity, mine: 'in' }, now)).toBe(false)
    expect(canJoin(activity, Date.parse(activity.endsAt))).toBe(false)
    expect(canJoin(activity, now)).toBe(true)
    expect(canJoin({ ...activity, mine: 'left', capacity: null, placesLeft: null }, now)).toBe(true)
  })
})

describe('an activity in words', () => {
  test('whether there is room', () => {
    expect(placesWords({ ...activity, state: 'called_off' }, now).text).toBe('已取消')
    expect(placesWords({ ...activity, placesLeft: 0 }, now).text).toBe('名额满了')
    expect(placesWords(activity, now).text).toBe('还有 4 个名额')
    const open = { ...activity, capacity: null, placesLeft: null }
    expect(placesWords(open, now).text).toBe('不限名额')
    expect(placesWords(open, Date.parse(activity.startsAt)).text).toBe('正在进行')
    expect(placesWords(open, Date.parse(activity.endsAt)).text).toBe('已结束')
  })

  test.each([
    [0, '0 分钟'],
    [45, '45 分钟'],
    [60, '1 小时'],
    [150, '2 小时 30 分钟'],
  ])('%i minutes are %s', (minutes, said) => expect(sayMinutes(minutes)).toBe(said))

  test('what was recorded names hours, points and the rule', () => {
    expect(settledWords({ ...participation, minutes: null, points: null, rule: null })).toBeNull()
    expect(settledWords(participation)).toBe('计 2 小时，得 4 分（规则 2.1）')
    expect(settledWords({ ...participation, rule: null })).toBe('计 2 小时，得 4 分')
  })

  test('hours that are not the time between two scans say why', () => {
    expect(settledWhy(participation)).toBeNull()
    expect(settledWhy({ settledBy: 'closeOut', reason: '' })).toBe('没有扫签退码，按最少的时长算')
    expect(settledWhy({ settledBy: 'correct', reason: '中途离开' })).toBe('工作人员改过：中途离开')
  })
})

describe('codes and refusals', () => {
  test('a code says whether one comes or goes', () => {
    expect(stepOf('in.v_AAAAAAAAAAAAAAAAAAAAAA.1.x')).toBe('in')
    expect(stepOf('out.v_AAAAAAAAAAAAAAAAAAAAAA.1.x')).toBe('out')
  })

  test('what means a meeting elsewhere means an activity here', () => {
    expect(activityWords({ ok: false, code: 'CALLED_OFF', traceId: '' }).what).toBe('这场活动取消了')
    expect(activityWords({ ok: false, code: 'OFFLINE', traceId: '' }).what).toBe('没有连上网络')
    const late = oneLine(activityWords({ ok: false, code: 'NOT_CHECK_IN_TIME', traceId: '' }))
    expect(late).toContain(`开始前 ${sayMinutes(limits.party.checkInFromMinutes)}起`)
    expect(late).toContain(`结束后 ${sayMinutes(limits.party.checkOutGraceMinutes)}内`)
    expect(staffWords({ ok: false, code: 'NOT_CHECK_IN_TIME', traceId: '' }).todo).toContain(
      `${limits.party.correctionDays} 天`,
    )
  })
})

describe('months', () => {
  test.each([
    ['2026-12-31T15:59:59Z', '2026-12'],
    ['2026-12-31T16:00:00Z', '2027-01'],
  ])('at %s it is %s in China', (instant, month) => expect(presentMonth(Date.parse(instant))).toBe(month))

  test('go on over the new year, and a year at most', () => {
    expect(shiftedMonth('2026-12', 1)).toBe('2027-01')
    expect(shiftedMonth('2027-01', -1)).toBe('2026-12')
    expect(isInReach('2027-12', now)).toBe(true)
    expect(isInReach('2028-01', now)).toBe(false)
    expect(isInReach('2025-11', now)).toBe(false)
  })

  test('a day is over at midnight in China', () => {
    expect(isPastDay('2026-12-10', Date.parse('2026-12-10T15:59:59Z'))).toBe(false)
    expect(isPastDay('2026-12-10', Date.parse('2026-12-10T16:00:00Z'))).toBe(true)
  })

  test('another year is named', () => {
    expect(sayMonth('2026-12', now)).toBe('12 月')
    expect(sayMonth('2027-01', now)).toBe('2027 年 1 月')
  })
})
