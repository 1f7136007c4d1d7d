import { limits } from '../../cloudfunctions/contract/limits'
import { SignUpEvent, SignUpState } from '../../cloudfunctions/contract/meetings'
import { moved, signUpMoves, type Movable, type Mover } from '../../cloudfunctions/meetings/states'

const states = [null, ...SignUpState.options]
const movers: Mover[] = ['member', 'staff', 'system']

/** The table once more, as the mission tells it: `state event who → state`. What is not here is refused. */
const expected = new Set(
  `
  none signUp member seated
  none wait member waiting
  none walkIn staff attended
  waiting offer system offered
  waiting walkIn staff attended
  waiting cancel member cancelled
  waiting cancel staff cancelled
  waiting callOff system cancelled
  offered accept member seated
  offered lapse system lapsed
  offered checkIn member attended
  offered checkIn staff attended
  offered cancel member cancelled
  offered cancel staff cancelled
  offered callOff system cancelled
  seated checkIn member attended
  seated checkIn staff attended
  seated cancel member cancelled
  seated cancel staff cancelled
  seated callOff system cancelled
  attended undo staff seated
  `
    .trim()
    .split('\n')
    .map((row) => row.trim()),
)

const before = (state: Movable['state'], rows = 1): Movable => ({
  _id: `s_${'a'.repeat(22)}`,
  schemaVersion: 1,
  inputHash: 'hash',
  meetingId: `t_${'a'.repeat(22)}`,
  communityId: 'a1.b2.c3',
  memberId: 'm_1',
  householdId: 'h',
  name: '李**',
  place: '3 号楼 1 单元',
  state,
  signedUpAt: '2026-11-21T08:00:00.000Z',
  offerUntil: state === 'offered' ? '2026-11-21T10:00:00.000Z' : null,
  toldMinutes: false,
  timeline: Array.from({ length: rows }, () => ({
    event: 'signUp' as const,
    at: '2026-11-21T08:00:00.000Z',
    actor: 'm_1',
    request: 'x',
    note: '',
  })),
})

const at = '2026-11-21T09:00:00.000Z'
const by = (who: Mover) => ({ who, actor: 'm_2', request: 'r', at, note: '说明', offerUntil: at })

const all = states.flatMap((state) =>
  SignUpEvent.options.flatMap((event) => movers.map((who) => ({ state, event, who }))),
)

describe('[M1] the states of a sign-up', () => {
  test.each(all)(
    '$state $event $who: moves as written with one row, or is refused',
    ({ state, event, who }) => {
      const signUp = before(state, state === null ? 0 : 1)
      const kept = structuredClone(signUp)
      const after = moved(signUp, event, by(who))
      const row = [state ?? 'none', event, who, after?.state].join(' ')
      expect(signUp).toEqual(kept)
      if (!after) {
        const written = [...expected].some((one) => one.startsWith(`${state ?? 'none'} ${event} ${who} `))
        return expect({ row, written }).toEqual({ row, written: false })
      }
      expect(expected).toContain(row)
      expect(after).toEqual({
        ...signUp,
        state: signUpMoves[event].to,
        offerUntil: event === 'offer' ? at : null,
        timeline: [...signUp.timeline, { event, at, actor: 'm_2', request: 'r', note: '说明' }],
      })
      return undefined
    },
  )

  it('has every row of the table', () => {
    const moves = all.filter(({ state, event, who }) => moved(before(state), event, by(who)))
    expect(moves).toHaveLength(expected.size)
  })

  it('ends where the timeline is full', () => {
    const full = before('seated', limits.meeting.timelineRows)
    expect(moved(full, 'checkIn', by('staff'))).toBeNull()
  })
})
