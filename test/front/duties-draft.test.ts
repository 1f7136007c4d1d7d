import { emptyInvite, invitingOf, problemsOf } from '@/features/duties/parts/invite-draft'

const now = Date.parse('2026-11-28T04:00:00.000Z')
const roles = ['grid_worker', 'property_staff'] as const
const draft = {
  ...emptyInvite(roles, now),
  role: 'grid_worker' as const,
  name: ' 丁  小燕 ',
  phone: '13812345678',
}

describe('[P4] an invitation as it is written', () => {
  it('begins with no role where there are several, and with the only one where there is one', () => {
    expect(emptyInvite(roles, now).role).toBeNull()
    expect(emptyInvite(['street_staff'], now).role).toBe('street_staff')
  })

  it('says what is missing, each in its own place', () => {
    expect(Object.keys(problemsOf(emptyInvite(roles, now), roles, now)).sort()).toEqual([
      'name',
      'phone',
      'role',
    ])
    expect(problemsOf(draft, roles, now)).toEqual({})
    expect(problemsOf(draft, ['property_staff'], now)).toHaveProperty('role')
  })

  it.each(['1381234567', '138123456789', '23812345678', '1381234567a'])('refuses the number %s', (phone) => {
    expect(problemsOf({ ...draft, phone }, roles, now)).toHaveProperty('phone')
  })

  it.each([
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2029-12-02', false],
    ['2029-12-03', true],
  ])('takes a last day from today to some years ahead: %s', (lastDay, isWrong) => {
    expect('lastDay' in problemsOf({ ...draft, ends: true, lastDay }, roles, now)).toBe(isWrong)
    expect(problemsOf({ ...draft, ends: false, lastDay }, roles, now)).toEqual({})
  })

  it('is sent as one line, with a last day only where one is meant', () => {
    const sent = {
      placeId: 'a1.b2.c3',
      role: 'grid_worker',
      within: null,
      name: '丁 小燕',
      phone: '13812345678',
    }
    expect(invitingOf(draft, 'a1.b2.c3')).toEqual({ ...sent, lastDay: null })
    expect(invitingOf({ ...draft, ends: true, lastDay: '2027-01-31' }, 'a1.b2.c3')).toEqual({
      ...sent,
      lastDay: '2027-01-31',
    })
  })

  it('of a building leader says which building, and which of its units: none chosen is all of them', () => {
    const leading = { ...draft, role: 'building_leader' as const }
    expect(problemsOf(leading, ['building_leader'], now)).toEqual({ building: '请选是哪栋楼的楼长' })
    const chosen = { ...leading, building: '8' }
    expect(problemsOf(chosen, ['building_leader'], now)).toEqual({})
    expect(invitingOf(chosen, 'a1.b2.c3').within).toEqual({ building: '8', units: null })
    expect(invitingOf({ ...chosen, units: ['2'] }, 'a1.b2.c3').within).toEqual({
      building: '8',
      units: ['2'],
    })
    expect(invitingOf({ ...chosen, role: 'grid_worker' }, 'a1.b2.c3').within).toBeNull()
  })
})
