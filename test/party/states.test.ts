import { limits } from '../../cloudfunctions/contract/limits'
import {
  ParticipationEvent,
  ParticipationState,
  RegistrationEvent,
  RegistrationState,
} from '../../cloudfunctions/contract/party'
import {
  holdsPlace,
  movedParticipation,
  type MovableParticipation,
  type Mover,
} from '../../cloudfunctions/party/participationStates'
import {
  isAlive,
  movedRegistration,
  type MovableRegistration,
} from '../../cloudfunctions/party/registrationStates'

const at = '2026-12-10T01:00:00.000Z'
const earlier = '2026-12-09T01:00:00.000Z'
const by = <Who extends string>(who: Who) => ({ who, actor: 'm_2', request: 'r', at })
const rowsOf = (text: string) =>
  new Set(
    text
      .trim()
      .split('\n')
      .map((row) => row.trim()),
  )
const filled = <Row>(row: Row, count: number): Row[] => Array.from({ length: count }, () => row)

describe('[D1] the states of a registration', () => {
  /** The table once more, as the mission tells it: `state event who → state`. What is not here is refused. */
  const expected = rowsOf(`
    none apply member applied
    refused apply member applied
    withdrawn apply member applied
    ended apply member applied
    applied verify staff registered
    applied refuse staff refused
    applied withdraw member withdrawn
    registered withdraw member withdrawn
    registered end staff ended
  `)
  const row = { event: 'apply' as const, at: earlier, actor: 'm_1', request: 'x', reason: '' }
  const before = (state: MovableRegistration['state'], rows = 1): MovableRegistration => ({
    _id: `n_${'a'.repeat(22)}`,
    schemaVersion: 1,
    communityId: 'a1.b2.c3',
    memberId: 'm_1',
    state,
    queueKey: '',
    appliedAt: earlier,
    branch: '第一支部',
    phone: { masked: '138****0001', hmac: 'h' },
    consentVersion: 1,
    reason: '',
    timeline: filled(row, rows),
  })
  const all = [null, ...RegistrationState.options].flatMap((state) =>
    RegistrationEvent.options.flatMap((event) =>
      (['member', 'staff'] as const).map((who) => ({ state, event, who })),
    ),
  )

  test.each(all)(
    '$state $event $who: moves as written with one row, or is refused',
    ({ state, event, who }) => {
      const registration = before(state, state === null ? 0 : 1)
      const kept = structuredClone(registration)
      const after = movedRegistration(registration, event, { ...by(who), reason: '说明' })
      expect(registration).toEqual(kept)
      const start = `${state ?? 'none'} ${event} ${who} `
      if (!after) return expect([...expected].some((one) => one.startsWith(start))).toBe(false)
      expect(expected).toContain(`${start}${after.state}`)
      const toldFor = isAlive(after.state) ? {} : { branch: '', phone: null }
      return expect(after).toEqual({
        ...registration,
        ...toldFor,
        state: after.state,
        queueKey: `${at}:${registration._id}`,
        reason: '说明',
        timeline: [...registration.timeline, { event, at, actor: 'm_2', request: 'r', reason: '说明' }],
      })
    },
  )

  it('has every row of the table, and ends where the timeline is full', () => {
    const moves = all.filter(({ state, event, who }) => movedRegistration(before(state), event, by(who)))
    expect(moves).toHaveLength(expected.size)
    expect(movedRegistration(before('applied', limits.party.timelineRows), 'verify', by('staff'))).toBeNull()
  })
})

describe('[D5] the states of a participation', () => {
  const expected = rowsOf(`
    none join member joined
    left join member joined
    joined leave member left
    joined leave system left
    none checkIn member in
    left checkIn member in
    joined checkIn member in
    joined checkIn staff in
    in checkOut member done
    in closeOut system done
    joined correct staff done
    in correct staff done
    done correct staff done
    joined callOff system left
  `)
  const row = { event: 'join' as const, at: earlier, actor: 'm_1', request: 'x', note: '' }
  const before = (state: MovableParticipation['state'], rows = 1): MovableParticipation => ({
    _id: `p_${'a'.repeat(22)}`,
    schemaVersion: 1,
    activityId: `v_${'a'.repeat(22)}`,
    communityId: 'a1.b2.c3',
    memberId: 'm_1',
    name: '李**',
    place: '3 号楼 1 单元',
    state,
    revision: rows,
    joinedAt: earlier,
    checkedInAt: null,
    checkedOutAt: null,
    minutes: null,
    points: null,
    rule: null,
    settledBy: null,
    reason: '',
    corrections: 0,
    recordKey: null,
    timeline: filled(row, rows),
  })
  const movers: Mover[] = ['member', 'staff', 'system']
  const all = [null, ...ParticipationState.options].flatMap((state) =>
    ParticipationEvent.options.flatMap((event) => movers.map((who) => ({ state, event, who }))),
  )
  const times: Record<string, object> = {
    join: { joinedAt: at },
    checkIn: { checkedInAt: at },
    checkOut: { checkedOutAt: at },
  }

  test.each(all)(
    '$state $event $who: moves as written with one row, or is refused',
    ({ state, event, who }) => {
      const participation = before(state, state === null ? 0 : 1)
      const kept = structuredClone(participation)
      const after = movedParticipation(participation, event, { ...by(who), note: '说明' })
      expect(participation).toEqual(kept)
      const start = `${state ?? 'none'} ${event} ${who} `
      if (!after) return expect([...expected].some((one) => one.startsWith(start))).toBe(false)
      expect(expected).toContain(`${start}${after.state}`)
      return expect(after).toEqual({
        ...participation,
        ...times[event],
        state: after.state,
        revision: participation.revision + 1,
        timeline: [...participation.timeline, { event, at, actor: 'm_2', request: 'r', note: '说明' }],
      })
    },
  )

  it('has every row of the table', () => {
    const moves = all.filter(({ state, event, who }) => movedParticipation(before(state), event, by(who)))
    expect(moves).toHaveLength(expected.size)
  })

  it('who joins and leaves again and again is stopped at joining, never at the door', () => {
    const rows = limits.party.timelineRows - 12
    expect(movedParticipation(before('left', rows), 'join', by('member'))).toBeNull()
    expect(movedParticipation(before('joined', rows), 'checkIn', by('member'))).not.toBeNull()
    expect(movedParticipation(before('done', limits.party.timelineRows), 'correct', by('staff'))).toBeNull()
  })

  it('a place is held by everybody but those who left', () =>
    expect(ParticipationState.options.filter(holdsPlace)).toEqual(['joined', 'in', 'done']))
})
