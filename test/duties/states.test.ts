import fc from 'fast-check'
import {
  invitationMoves,
  movedInvitation,
  type InvitationEvent,
} from '../../cloudfunctions/duties/invitationStates'
import type { Invitation } from '../../cloudfunctions/duties/store'
import { DutyState } from '@contract/duties'
import {
  dutyMoves,
  eventOfTime,
  isAlive,
  isInForce,
  movedDuty,
  type DutyEvent,
  type DutyMover,
  type MovableDuty,
} from '../../cloudfunctions/duties/states'

const dayMs = 86_400_000
const start = '2026-12-01T01:00:00.000Z'
const after = (days: number, from = start) => new Date(Date.parse(from) + days * dayMs).toISOString()

const before = (state: MovableDuty['state'], until: string | null = null): MovableDuty => ({
  _id: `d_${'a'.repeat(22)}`,
  schemaVersion: 1,
  memberId: `m_${'a'.repeat(22)}`,
  role: 'grid_worker',
  placeId: 'a1.b2.c3',
  state,
  invitedName: '丁小燕',
  givenBy: 'operator:a',
  approvedBy: null,
  since: start,
  until,
  confirmedAt: start,
  changedAt: start,
  reason: '',
  nextAt: null,
})

const events = Object.keys(dutyMoves) as DutyEvent[]
const movers: DutyMover[] = ['invitee', 'giver', 'timer']

/** The table once more: `state event who → state`. What is not here is refused. */
const expected = `
  none accept invitee in_force
  lapsed accept invitee in_force
  revoked accept invitee in_force
  over accept invitee in_force
  none acceptToWait invitee waiting
  lapsed acceptToWait invitee waiting
  revoked acceptToWait invitee waiting
  over acceptToWait invitee waiting
  waiting approve giver in_force
  in_force confirm giver in_force
  due confirm giver in_force
  in_force fallDue timer due
  due lapse timer lapsed
  waiting lapse timer lapsed
  waiting revoke giver revoked
  in_force revoke giver revoked
  due revoke giver revoked
  waiting end timer over
  in_force end timer over
  due end timer over
`
  .trim()
  .split('\n')
  .map((row) => row.trim())
  .sort()

describe('[P3] the states of a duty', () => {
  it('are those of the table in every cell of state × event × who', () => {
    const found = [null, ...DutyState.options].flatMap((state) =>
      events.flatMap((event) =>
        movers.flatMap((who) => {
          const moved = movedDuty(before(state), event, { who, at: after(1) })
          return moved ? [`${state ?? 'none'} ${event} ${who} ${moved.state}`] : []
        }),
      ),
    )
    expect(found.sort()).toEqual(expected)
  })

  it.each([
    ['accept', null, 'invitee', 100],
    ['confirm', 'due', 'giver', 100],
    ['approve', 'waiting', 'giver', 100],
    ['fallDue', 'in_force', 'timer', 14],
    ['acceptToWait', null, 'invitee', 14],
  ] as const)('after %s the clock moves it on in %#: %s %s %i days', (event, state, who, days) => {
    const moved = movedDuty(before(state), event, { who, at: after(3) })
    expect(moved?.nextAt).toBe(after(3 + days))
    expect(moved && eventOfTime(moved, after(3 + days - 0.001))).toBeNull()
  })

  it('ends on its last moment whatever it waits for', () => {
    const moved = movedDuty(before('in_force', after(5)), 'fallDue', { who: 'timer', at: after(1) })!
    expect(moved.nextAt).toBe(after(5))
    expect(eventOfTime(moved, after(4.9))).toBeNull()
    expect(eventOfTime(moved, after(5))).toBe('end')
  })

  it('whatever happens, in whatever order: what is alive has a next time, and what is gone has none', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...events), fc.constantFrom(...movers), fc.nat(200)), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(steps, fc.option(fc.nat(400), { nil: null }), (walk, lastDay) => {
        const until = lastDay === null ? null : after(lastDay)
        let [duty, at]: [MovableDuty, string] = [before(null, until), start]
        for (const [event, who, days] of walk) {
          at = after(days, at)
          const moved = movedDuty(duty, event, { who, at })
          if (!moved) continue
          expect(moved.nextAt !== null).toBe(isAlive(moved.state))
          expect(isInForce(moved.state) && !isAlive(moved.state)).toBe(false)
          // Nobody loses a duty to the clock without having been told fourteen days before, or by its last day.
          if (event === 'lapse') expect(['due', 'waiting']).toContain(duty.state)
          duty = moved
        }
      }),
    )
  })
})

describe('[P4] the states of an invitation', () => {
  const states = ['open', 'accepted', 'declined', 'revoked', 'expired', 'locked'] as const
  const invitation = (state: Invitation['state']): Invitation => ({
    _id: `j_${'a'.repeat(22)}`,
    schemaVersion: 1,
    inputHash: 'h',
    role: 'grid_worker',
    placeId: 'a1.b2.c3',
    state,
    name: '丁小燕',
    phone: { masked: '138****5678', hmac: 'h' },
    until: null,
    givenBy: 'operator:a',
    secretHash: 'h',
    invitedAt: start,
    expiresAt: after(1),
    wrongPhones: 0,
    lastWrong: null,
    acceptedBy: null,
  })

  it('are those of the table in every cell, and none leads back to being open or keeps the number', () => {
    const found = states.flatMap((state) =>
      (Object.keys(invitationMoves) as InvitationEvent[]).flatMap((event) => {
        const moved = movedInvitation(invitation(state), event)
        expect(moved?.phone ?? null).toBeNull()
        return moved ? [`${state} ${event} ${moved.state}`] : []
      }),
    )
    expect(found.sort()).toEqual([
      'locked expire expired',
      'locked takeBack revoked',
      'open accept accepted',
      'open decline declined',
      'open expire expired',
      'open lock locked',
      'open takeBack revoked',
    ])
  })
})
