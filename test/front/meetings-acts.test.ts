import { actsOf } from '@/features/meetings/acts'
import { standingOf } from '@/features/meetings/standing'
import { sayAudience, sayWhen, sayWindow, seatWords, type Meeting } from '@/features/meetings/words'

// 08:00 in China on Saturday, 21 November.
const now = Date.parse('2026-11-21T00:00:00Z')

const meeting: Meeting = {
  id: 't_AAAAAAAAAAAAAAAAAAAAAA',
  communityId: 'wendeng.tianfu.pinganli',
  template: 'open_day',
  title: '电动车停放怎么管',
  venue: '社区会客厅',
  startsAt: '2026-12-10T06:30:00Z',
  endsAt: '2026-12-10T08:00:00Z',
  state: 'open',
  capacity: 40,
  seatsLeft: 12,
  signUpFrom: '2026-11-20T00:00:00Z',
  signUpUntil: '2026-12-09T10:00:00Z',
  audience: { kind: 'community' },
  gate: 'seat',
  mine: null,
  note: '',
  householdLimit: 2,
  waiting: 0,
  waitlistLimit: 20,
  calledOffBecause: '',
  topics: [],
  minutes: null,
  previous: null,
  signUp: null,
  may: [],
}

const signedUp = (state: NonNullable<Meeting['signUp']>['state'], may: Meeting['may']): Meeting => ({
  ...meeting,
  may,
  signUp: { id: 's_AAAAAAAAAAAAAAAAAAAAAA', state, position: null, offerUntil: null, timeline: [] },
})

describe('[M1] what can be done with a meeting', () => {
  test('who may not come reads why', () => {
    expect(actsOf(meeting, 'resident', now).why).toBe('这场会不面向你住的地方')
    expect(actsOf(meeting, 'other', now).why).toBe('登记为住户后可以报名')
    expect(actsOf({ ...meeting, gate: 'full' }, 'resident', now).why).toBe('座位和候补都满了')
    expect(actsOf({ ...meeting, gate: 'closed' }, 'guest', now).why).toBe('报名已经结束')
    const later = { ...meeting, gate: 'not_yet' as const, signUpFrom: '2026-11-22T01:00:00Z' }
    expect(actsOf(later, 'resident', now).why).toBe('明天 09:00 开始报名')
  })

  test('what is over or called off needs no words at the bottom', () => {
    const nothing = { main: null, why: null, cancel: null }
    expect(actsOf(meeting, 'guest', Date.parse(meeting.endsAt))).toEqual(nothing)
    const off = { ...meeting, state: 'called_off' as const, gate: 'called_off' as const }
    expect(actsOf(off, 'resident', now)).toEqual(nothing)
    expect(actsOf(signedUp('attended', []), 'resident', now)).toEqual(nothing)
  })

  test('a guest is asked to sign in only where there is something to gain', () => {
    expect(actsOf(meeting, 'guest', now).main?.text).toBe('登录后报名')
    expect(actsOf({ ...meeting, gate: 'waitlist' }, 'guest', now).main?.kind).toBe('signIn')
    expect(actsOf({ ...meeting, gate: 'full' }, 'guest', now).main).toBeNull()
  })

  test('a resident signs up, or waits', () => {
    const open: Meeting = { ...meeting, may: ['signUp', 'showCode'] }
    expect(actsOf(open, 'resident', now).main).toEqual({ kind: 'signUp', text: '报名' })
    expect(actsOf({ ...open, gate: 'waitlist' }, 'resident', now).main?.text).toBe('排队候补')
  })

  test('[M3] an offer is accepted or given up, a place on the waitlist is only given up', () => {
    const offered = actsOf(signedUp('offered', ['accept', 'cancel', 'showCode']), 'resident', now)
    expect(offered).toEqual({ main: { kind: 'accept', text: '我要参加' }, why: null, cancel: '不去了' })
    const waiting = actsOf(signedUp('waiting', ['cancel', 'showCode']), 'resident', now)
    expect(waiting).toEqual({ main: null, why: null, cancel: '不等了' })
  })

  test('[M5] the code is offered from an hour before the start until the end', () => {
    const seated = signedUp('seated', ['cancel', 'showCode'])
    const kindAt = (instant: string) => actsOf(seated, 'resident', Date.parse(instant)).main?.kind ?? null
    expect(kindAt('2026-12-10T05:29:59Z')).toBeNull()
    expect(kindAt('2026-12-10T05:30:00Z')).toBe('showCode')
    expect(kindAt('2026-12-10T07:59:59Z')).toBe('showCode')
    expect(kindAt('2026-12-10T08:00:00Z')).toBeNull()
  })
})

describe('[M1] how somebody stands to a meeting', () => {
  const at = (state: Parameters<typeof signedUp>[0], instant: string, may: Meeting['may'] = []) => {
    const mine = signedUp(state, may)
    return standingOf(mine, mine.signUp!, Date.parse(instant))
  }

  test('before it begins what to do, at the door how to come in, and when it is over that it is', () => {
    expect(at('seated', '2026-12-10T05:00:00Z')).toMatchObject({ title: '已报名' })
    expect(at('seated', '2026-12-10T07:00:00Z').next).toMatch(/^到了会场/)
    expect(at('seated', meeting.endsAt).title).toBe('已结束，没有签到')
    expect(at('attended', meeting.endsAt).title).toBe('已签到')
  })

  test('[M3] who waits is offered seats until two hours before, then asks at the door', () => {
    expect(at('waiting', '2026-12-10T04:29:59Z').next).toMatch(/^有人取消就轮到你/)
    expect(at('waiting', '2026-12-10T04:30:00Z').next).toMatch(/^不再递补了/)
    expect(at('waiting', meeting.endsAt).title).toBe('已结束，没有轮到你')
  })

  test('whoever is out is asked again only where that is possible', () => {
    expect(at('cancelled', '2026-12-01T00:00:00Z', ['signUp']).next).toBe('想来的话可以再报名。')
    expect(at('cancelled', meeting.endsAt).next).toBe('')
    expect(at('lapsed', meeting.endsAt).next).toBe('留座的时间过了。')
  })
})

describe('a meeting in words', () => {
  test('when it is, and until when one can sign up', () => {
    expect(sayWhen(meeting, now)).toBe('12 月 10 日 周四 14:30–16:00')
    expect(sayWindow(meeting, now)).toBe('12 月 9 日 18:00 截止')
    const later = { ...meeting, signUpFrom: '2026-11-22T01:00:00Z' }
    expect(sayWindow(later, now)).toBe('明天 09:00 开始，12 月 9 日 18:00 截止')
  })

  test('whom it is for', () => {
    expect(sayAudience({ kind: 'community' })).toBe('全社区居民')
    const few = { kind: 'compound' as const, name: '平安里', buildings: ['7', '8'] }
    expect(sayAudience(few)).toBe('平安里 7 号楼、8 号楼的居民')
    const many = { ...few, buildings: Array.from({ length: 9 }, (_, index) => `${index + 1}`) }
    expect(sayAudience(many)).toMatch(/、6 号楼等 9 栋楼的居民$/)
  })

  test('whether there is room', () => {
    expect(seatWords(meeting, now).text).toBe('还有 12 座')
    expect(seatWords({ ...meeting, gate: 'waitlist' }, now).text).toBe('坐满了，可以候补')
    expect(seatWords(meeting, Date.parse(meeting.endsAt)).text).toBe('已开完')
    expect(seatWords({ ...meeting, state: 'called_off' }, now).text).toBe('已取消')
  })
})
