import { limits } from '@contract/limits'
import { consentText } from '@/features/party/consent'
import { applicationOf, problemsOf as applicationProblems } from '@/features/party/registration-draft'
import {
  eventWords,
  mayApply,
  sinceWords,
  standOf,
  type MyRegistration,
} from '@/features/party/registration-words'
import {
  detailsOf,
  draftFor,
  draftOf,
  problemsOf,
  type ActivityDraft,
} from '@/features/party/staff/activity-draft'
import { matchOf, type Application } from '@/features/party/staff/application-words'
import { codeToShow, handActOf, proposedMinutes } from '@/features/party/staff/hand-acts'

// 08:00 in China on Saturday, 21 November.
const now = Date.parse('2026-11-21T00:00:00Z')

describe('[D1] applying', () => {
  test('nothing goes out without branch, phone and consent', () => {
    expect(Object.keys(applicationProblems({ branch: ' ', phone: '1381234' }, false)).sort()).toEqual([
      'branch',
      'consent',
      'phone',
    ])
    expect(applicationProblems({ branch: '第二支部', phone: '23812345678' }, true)).toHaveProperty('phone')
    expect(applicationProblems({ branch: '第二支部', phone: '13812345678' }, false)).toHaveProperty('consent')
  })

  test('people write phones in groups', () => {
    const draft = { branch: ' 区医院  第二支部 ', phone: '138 1234 5678' }
    expect(applicationProblems(draft, true)).toEqual({})
    expect(applicationOf(draft)).toEqual({
      branch: '区医院 第二支部',
      phone: '13812345678',
      consent: limits.party.consentVersion,
    })
  })

  test('the consent says why, what, who, and how to take it back', () =>
    expect(consentText.map(({ asks }) => asks)).toEqual(['为什么要填', '留下什么', '谁看得到', '怎么收回']))
})

describe('[D1] a registration in words', () => {
  const mine: MyRegistration = {
    id: 'n_AAAAAAAAAAAAAAAAAAAAAA',
    communityId: 'wendeng.tianfu.pinganli',
    communityName: '平安里社区',
    state: 'applied',
    branch: '第二支部',
    phone: '138****5678',
    reason: '',
    timeline: [{ event: 'apply', at: '2026-11-20T23:00:00Z', reason: '' }],
  }

  test('each state has its own title, and a reason is told', () => {
    const states = ['applied', 'registered', 'refused', 'withdrawn', 'ended'] as const
    const titles = states.map((state) => standOf({ ...mine, state }).title)
    expect(new Set(titles).size).toBe(states.length)
    expect(standOf({ ...mine, state: 'refused', reason: '名册上没有找到' }).next).toContain('名册上没有找到')
    expect(standOf({ ...mine, state: 'ended', reason: '搬走了' }).next).toContain('搬走了')
  })

  test('one applies again only once it is over', () => {
    expect(mayApply(null)).toBe(true)
    expect(mayApply(mine)).toBe(false)
    expect(mayApply({ ...mine, state: 'registered' })).toBe(false)
    expect(mayApply({ ...mine, state: 'refused' })).toBe(true)
    expect(mayApply({ ...mine, state: 'withdrawn' })).toBe(true)
    expect(mayApply({ ...mine, state: 'ended' })).toBe(true)
  })

  test('since when it is in force, and what happened', () => {
    expect(sinceWords(mine, now)).toBeNull()
    const timeline = [...mine.timeline, { event: 'verify' as const, at: '2026-11-20T23:30:00Z', reason: '' }]
    expect(sinceWords({ ...mine, state: 'registered', timeline }, now)).toBe('今天起')
    expect(timeline.map((row) => eventWords(row, now))).toEqual([
      '你交了报到 · 今天 07:00',
      '社区核对通过 · 今天 07:30',
    ])
  })
})

describe('[D1] what the roster says', () => {
  const application: Application = {
    id: 'n_AAAAAAAAAAAAAAAAAAAAAA',
    state: 'applied',
    name: '李建国',
    phone: '138****5678',
    place: '3 号楼 1 单元',
    branch: '第二支部',
    appliedAt: '2026-11-20T23:00:00Z',
    match: 'match',
    rosterBranch: '第二支部',
  }

  test('each outcome differs in words and in shape', () => {
    const said = [
      matchOf(application),
      matchOf({ ...application, match: 'name_differs' }),
      matchOf({ ...application, match: 'none', rosterBranch: null }),
    ]
    expect(new Set(said.map(({ icon }) => icon)).size).toBe(3)
    expect(new Set(said.map(({ words }) => words)).size).toBe(3)
  })

  test('another branch than the one on the roster is no clean match', () => {
    const other = matchOf({ ...application, rosterBranch: '第五支部' })
    expect(other.tone).toBe('unsure')
    expect(other.words).toContain('第五支部')
  })
})

describe('[D6] the form of an activity', () => {
  const draft: ActivityDraft = { ...draftFor(null, now), title: '清理楼道', venue: '3 号楼门口' }

  test('each field that cannot be sent is named', () => {
    const empty: ActivityDraft = {
      ...draft,
      title: ' ',
      venue: '',
      audience: 'compound',
      places: 'limited',
      capacity: null,
      to: draft.from,
    }
    expect(Object.keys(problemsOf(empty)).sort()).toEqual(['capacity', 'compound', 'day', 'title', 'venue'])
    expect(problemsOf({ ...draft, places: 'limited', capacity: 501 }).capacity).toBe('请填 1 到 500')
    expect(problemsOf({ ...draft, day: '' })).toEqual({ day: '请选日期和时间' })
  })

  test('a new one is on the next 10th, or on the day that was chosen', () => {
    expect(problemsOf(draft)).toEqual({})
    expect(detailsOf(draft)).toEqual({
      title: '清理楼道',
      venue: '3 号楼门口',
      note: '',
      startsAt: '2026-12-10T01:00:00.000Z',
      endsAt: '2026-12-10T03:00:00.000Z',
      compound: null,
      capacity: null,
    })
    expect(draftFor('2027-01-10', now).day).toBe('2027-01-10')
  })

  test('a published one comes back as it was', () => {
    const published = {
      id: 'v_AAAAAAAAAAAAAAAAAAAAAA',
      communityId: 'wendeng.tianfu.pinganli',
      state: 'open' as const,
      onPartyDay: true,
      placesLeft: 8,
      calledOffBecause: '',
      version: 1,
      joined: 2,
      ...detailsOf({
        ...draft,
        places: 'limited',
        capacity: 10,
        audience: 'compound',
        compound: '幸福小区',
        note: '带手套',
      }),
    }
    expect(detailsOf(draftOf(published))).toMatchObject({
      startsAt: published.startsAt,
      endsAt: published.endsAt,
      compound: '幸福小区',
      capacity: 10,
      note: '带手套',
    })
  })
})

describe('[D5] at the door', () => {
  const activity = {
    state: 'open' as const,
    startsAt: '2026-12-10T01:00:00.000Z',
    endsAt: '2026-12-10T03:00:00.000Z',
  }
  const at = (instant: string) => Date.parse(instant)

  test('whoever left, or was called off, is not checked in', () => {
    const during = at('2026-12-10T01:30:00Z')
    expect(handActOf({ state: 'left' }, activity, during)).toBeNull()
    expect(handActOf({ state: 'joined' }, { ...activity, state: 'called_off' }, during)).toBeNull()
  })

  test('from an hour before the start people are checked in, after the end only hours are set', () => {
    const actAt = (instant: string) => handActOf({ state: 'joined' }, activity, at(instant))
    expect(actAt('2026-12-09T23:59:59Z')).toBeNull()
    expect(actAt('2026-12-10T00:00:00Z')).toBe('attend')
    expect(actAt('2026-12-10T02:59:59Z')).toBe('attend')
    expect(actAt('2026-12-10T03:00:00Z')).toBe('correct')
    expect(handActOf({ state: 'done' }, activity, at('2027-01-09T02:59:59Z'))).toBe('correct')
    expect(handActOf({ state: 'done' }, activity, at('2027-01-09T03:00:00Z'))).toBeNull()
    expect(handActOf({ state: 'in' }, activity, at('2026-12-10T00:30:00Z'))).toBeNull()
  })

  test('a correction begins with what counts, else with the time since the check-in', () => {
    const checkedInAt = '2026-12-10T01:00:00Z'
    const proposed = (minutes: number | null, instant: string) =>
      proposedMinutes({ minutes, checkedInAt }, activity, at(instant))
    expect(proposed(45, '2026-12-10T05:00:00Z')).toBe(45)
    expect(proposed(null, '2026-12-10T02:30:59Z')).toBe(90)
    expect(proposed(null, '2026-12-10T05:00:00Z')).toBe(120)
    expect(proposedMinutes({ minutes: null, checkedInAt: null }, activity, now)).toBe(0)
    // Who came early is given no more than who scanned out.
    const early = { minutes: null, checkedInAt: '2026-12-10T00:05:00Z' }
    expect(proposedMinutes(early, activity, at('2026-12-10T05:00:00Z'))).toBe(120)
  })

  test('the screen begins with the code that people come for', () => {
    const both = { inSteps: [], outSteps: [] }
    expect(codeToShow({ inSteps: null, outSteps: null }, activity, now)).toBeNull()
    expect(codeToShow(both, activity, at('2026-12-10T01:59:59Z'))).toBe('in')
    expect(codeToShow(both, activity, at('2026-12-10T02:00:00Z'))).toBe('out')
    expect(codeToShow({ inSteps: null, outSteps: [] }, activity, at('2026-12-10T03:30:00Z'))).toBe('out')
    expect(codeToShow({ inSteps: [], outSteps: null }, activity, at('2026-12-10T00:30:00Z'))).toBe('in')
  })
})
