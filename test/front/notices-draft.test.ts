import { emptyNotice, problemsOf, publishingOf } from '@/features/notices/staff/notice-draft'

/** 2026-11-30 23:30 in China, when it is still the 30th in UTC. */
const now = Date.parse('2026-11-30T15:30:00.000Z')

describe('a notice that is being written', () => {
  it('lacks a title and words at first, and has a last day thirty days ahead in China', () => {
    const empty = emptyNotice(now)
    expect(empty.shownUntil).toBe('2026-12-30')
    expect(problemsOf(empty, now)).toEqual({ title: '请写标题', text: '请写内容' })
    expect(problemsOf({ ...empty, title: ' \n', text: '\n' }, now)).toHaveProperty('title')
  })

  it.each([
    ['2026-11-29', false],
    ['2026-11-30', true],
    ['2027-12-01', true],
    ['2027-12-02', false],
    ['', false],
  ])('may be shown until %j: %s', (shownUntil, isFine) => {
    const draft = { ...emptyNotice(now), title: '停水', text: '周六', shownUntil }
    expect(problemsOf(draft, now)).toEqual(isFine ? {} : { shownUntil: '从今天到一年以内，选一天' })
  })

  it('for some buildings names them, one by one', () => {
    const draft = { ...emptyNotice(now), title: '停水', text: '周六', audience: 'buildings' as const }
    expect(problemsOf(draft, now)).toEqual({ chosenBuildings: '请选楼栋' })
    const many = Array.from({ length: 61 }, (_, index) => `${index + 1} 号楼`)
    expect(problemsOf({ ...draft, chosenBuildings: many }, now)).toHaveProperty('chosenBuildings')
    const chosenBuildings = ['6 号楼', '7 号楼']
    expect(problemsOf({ ...draft, chosenBuildings }, now)).toEqual({})
    expect(publishingOf({ ...draft, chosenBuildings })).toMatchObject({
      audience: { kind: 'buildings', buildings: chosenBuildings },
    })
    expect(publishingOf({ ...draft, audience: 'staff' })).toMatchObject({ audience: { kind: 'staff' } })
  })

  it('is sent with a title of one line and without blanks around it', () => {
    const draft = { ...emptyNotice(now), title: ' 停水\n通知 ', text: '\n周六\n上午 ' }
    expect(publishingOf(draft)).toMatchObject({ title: '停水 通知', text: '周六\n上午' })
  })
})
