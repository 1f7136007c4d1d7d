import { codeIn } from '@/services/scanned-code'
import { handActs } from '@/features/meetings/staff/hand-acts'
import {
  detailsOf,
  draftFor,
  problemsOf,
  publishedOf,
  turnedInto,
  type MeetingDraft,
} from '@/features/meetings/staff/meeting-draft'
import { draftOf, fieldsOf, problemOf } from '@/features/meetings/staff/minutes-draft'

// 08:00 in China on Saturday, 21 November.
const now = Date.parse('2026-11-21T00:00:00Z')
const draft: MeetingDraft = { ...draftFor('open_day', now), venue: '社区会客厅' }

describe('[M2] the form of a meeting', () => {
  test('each field that cannot be sent is named', () => {
    const empty = { ...draft, title: ' ', venue: '', capacity: 0, waitlistLimit: null }
    expect(Object.keys(problemsOf(empty)).sort()).toEqual(['capacity', 'title', 'venue', 'waitlistLimit'])
    expect(problemsOf({ ...draft, waitlistLimit: 81 }).waitlistLimit).toBe('请填 0 到 80')
    expect(problemsOf({ ...draft, audience: 'compound' }).buildings).toBe('请选楼栋')
  })

  test('dates out of order are refused where they stand', () => {
    expect(problemsOf({ ...draft, to: draft.from })).toEqual({ day: '散会要晚于开会' })
    expect(problemsOf({ ...draft, day: '' })).toEqual({ day: '请选日期和时间' })
    expect(problemsOf({ ...draft, signUpUntilDay: draft.signUpFromDay, signUpUntilTime: '07:00' })).toEqual({
      signUpUntilDay: '截止要晚于开始',
    })
    expect(problemsOf({ ...draft, signUpUntilDay: '2026-12-11' })).toEqual({
      signUpUntilDay: '截止不能晚于散会',
    })
  })

  test('a new one is on the next 10th, with sign-up from today until the evening before', () => {
    expect(problemsOf(draft)).toEqual({})
    expect(detailsOf(draft)).toMatchObject({
      startsAt: '2026-12-10T06:30:00.000Z',
      endsAt: '2026-12-10T08:00:00.000Z',
      signUpFrom: '2026-11-21T00:00:00.000Z',
      signUpUntil: '2026-12-09T10:00:00.000Z',
    })
  })

  test.each([
    ['2026-12-09T15:59:59Z', '2026-12-10'],
    ['2026-12-09T16:00:00Z', '2027-01-10'],
    ['2026-12-31T15:59:59Z', '2027-01-10'],
  ])('on %s the next 10th is %s', (instant, day) =>
    expect(draftFor('open_day', Date.parse(instant)).day).toBe(day),
  )

  test('another template changes what was not touched, and keeps what was', () => {
    const other = turnedInto({ ...draft, title: '电动车停放怎么管' }, 'council')
    expect(other).toMatchObject({
      template: 'council',
      title: '电动车停放怎么管',
      from: '19:00',
      capacity: 30,
    })
  })

  test('no household limit is sent as none, empty topics not at all', () => {
    const sent = publishedOf({ ...draft, householdLimit: 0, agenda: [' 充电棚 ', ' '] }, 'a.b.c')
    expect(sent).toMatchObject({ householdLimit: null, agenda: ['充电棚'], audience: { kind: 'community' } })
  })
})

describe('[M5] the code at the door', () => {
  const code = 't_A.t_A.123.abc-_'

  test.each([
    code,
    ` ${code} `,
    `JL2:features/meetings/check-in?code=${code}`,
    `http://127.0.0.1:8787/#/features/meetings/check-in?code=${code}`,
    `https://example.com/app/#/features/meetings/host?id=t_A&code=${encodeURIComponent(code)}`,
  ])('is read out of %j', (text) => expect(codeIn(text)).toBe(code))

  test('any other text is sent as it is', () =>
    expect(codeIn('https://example.com/?m=a&s=b')).toBe('https://example.com/?m=a&s=b'))

  test('half an escape in a strange code breaks nothing', () =>
    expect(codeIn('https://x.test/?code=%E4%')).toBe('%E4%'))

  const meeting = { state: 'open' as const, startsAt: '2026-12-10T06:30:00Z', endsAt: '2026-12-10T08:00:00Z' }
  const actsAt = (state: Parameters<typeof handActs>[0]['state'], instant: string) =>
    handActs({ state }, meeting, Date.parse(instant))

  test('nobody is checked in by hand before the door opens or a day after the end', () => {
    expect(actsAt('seated', '2026-12-10T05:29:59Z')).toEqual(['free'])
    expect(actsAt('waiting', '2026-12-11T08:00:00Z')).toEqual([])
    expect(handActs({ state: 'attended' }, { ...meeting, state: 'called_off' }, now)).toEqual([])
  })

  test('at the door everybody in force can be', () => {
    const at = '2026-12-10T06:30:00Z'
    expect(actsAt('seated', at)).toEqual(['attend', 'free'])
    expect(actsAt('offered', at)).toEqual(['attend', 'free'])
    expect(actsAt('waiting', at)).toEqual(['attend'])
    expect(actsAt('attended', at)).toEqual(['undo'])
    expect(actsAt('cancelled', at)).toEqual([])
  })
})

describe('[M6] the minutes', () => {
  const action = { text: '装插座', owner: '惠邻物业', dueOn: '2026-12-15' }

  test('an action without an owner, or nothing at all, is not sent', () => {
    expect(problemOf(draftOf(null))).toBe('先写点内容')
    expect(problemOf({ ...draftOf(null), actions: [{ ...action, owner: ' ' }] })).toMatch('谁去办')
    expect(problemOf({ ...draftOf(null), actions: [{ ...action, text: '' }] })).toMatch('没写是什么')
  })

  test('lines that are empty are left out, and a line has no breaks', () => {
    const empty = { text: '', owner: '', dueOn: '' }
    const fields = fieldsOf({ text: ' 说了\n这些 ', decisions: ['装\n插座', ' '], actions: [action, empty] })
    expect(fields).toEqual({ text: '说了\n这些', decisions: ['装 插座'], actions: [action] })
  })
})
