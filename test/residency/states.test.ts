import { bounds } from '../../cloudfunctions/contract/residency-bounds'
import { ResidencyEvent, ResidencyState } from '../../cloudfunctions/contract/residency'
import { movedResidency, type MovableResidency } from '../../cloudfunctions/residency/states'

const at = '2026-12-10T01:00:00.000Z'
const earlier = '2026-12-09T01:00:00.000Z'
const by = (who: 'member' | 'staff', reason = '') => ({ who, actor: 'm_2', request: 'r', at, reason })
const row = { event: 'declare' as const, at: earlier, actor: 'm_1', request: 'x', reason: '' }

const before = (state: MovableResidency['state'], rows = 1): MovableResidency => ({
  _id: `h_${'a'.repeat(22)}`,
  schemaVersion: 1,
  memberId: `m_${'b'.repeat(22)}`,
  communityId: 'a1.b2.c3',
  building: '8',
  unit: '2',
  room: '301',
  state,
  queueKey: 'x',
  name: '吴小雨',
  phone: { masked: '132****0021', hmac: 'h' },
  declaredAt: earlier,
  by: null,
  reason: 'x',
  history: [],
  timeline: Array.from({ length: rows }, () => row),
})

/** The table once more, as the mission tells it: `state event who → state`. What is not here is refused. */
const expected = new Set(
  `
  none declare member declared
  refused declare member declared
  withdrawn declare member declared
  ended declare member declared
  none declareMatched member matched
  refused declareMatched member matched
  withdrawn declareMatched member matched
  ended declareMatched member matched
  declared withdraw member withdrawn
  matched withdraw member withdrawn
  declared verify staff verified
  matched verify staff verified
  declared refuse staff refused
  matched refuse staff refused
  none bind member verified
  declared bind member verified
  matched bind member verified
  refused bind member verified
  withdrawn bind member verified
  ended bind member verified
  verified moveOut member ended
  verified end staff ended
`
    .trim()
    .split('\n')
    .map((line) => line.trim()),
)

const all = [null, ...ResidencyState.options].flatMap((state) =>
  ResidencyEvent.options.flatMap((event) =>
    (['member', 'staff'] as const).map((who) => ({ state, event, who })),
  ),
)

describe('[P2] the states of a residency', () => {
  it('are those of the table, and no move beside it is possible', () => {
    const found = all.flatMap(({ state, event, who }) => {
      const moved = movedResidency(before(state), event, by(who))
      return moved ? [`${state ?? 'none'} ${event} ${who} ${moved.state}`] : []
    })
    expect(new Set(found)).toEqual(expected)
  })

  it('each move leaves its row, and what was told only while staff are to compare it', () => {
    for (const { state, event, who } of all) {
      const moved = movedResidency(before(state), event, by(who, '理由'))
      if (!moved) continue
      expect(moved.timeline).toEqual([row, { event, at, actor: 'm_2', request: 'r', reason: '理由' }])
      const isWaiting = moved.state === 'declared' || moved.state === 'matched'
      expect([moved.name !== '', moved.phone !== null, moved.queueKey !== null]).toEqual([
        isWaiting,
        isWaiting,
        isWaiting,
      ])
      expect(moved.by).toBe(moved.state === 'verified' ? (event === 'bind' ? 'code' : 'staff') : null)
    }
  })

  it('the queue has those whom the roster knows first, then the longest waiting', () => {
    const key = (event: 'declare' | 'declareMatched', when: string) =>
      movedResidency(before(null), event, { ...by('member'), at: when })?.queueKey ?? ''
    const keys = [
      key('declare', earlier),
      key('declareMatched', at),
      key('declare', at),
      key('declareMatched', earlier),
    ]
    expect([...keys].sort()).toEqual([keys[3], keys[1], keys[0], keys[2]])
  })

  it('an end is dated in the history, from the day of the verification', () => {
    const moved = movedResidency(before('verified'), 'end', by('staff', '房子卖了'), earlier)
    expect(moved?.history).toEqual([
      expect.objectContaining({
        householdId: 'a1.b2.c3:8-2-301',
        from: earlier,
        until: at,
        endedBy: 'staff',
        reason: '房子卖了',
      }),
    ])
  })

  it('after very many requests there is no new one, and what is under way still comes to its end', () => {
    const { timelineRows } = bounds
    for (const event of ['declare', 'declareMatched', 'bind'] as const) {
      expect(movedResidency(before('ended', timelineRows), event, by('member'))).toBeNull()
      expect(movedResidency(before('ended', timelineRows - 1), event, by('member'))).not.toBeNull()
    }
    for (const [state, event, who] of [
      ['declared', 'withdraw', 'member'],
      ['declared', 'verify', 'staff'],
      ['declared', 'refuse', 'staff'],
      ['verified', 'moveOut', 'member'],
      ['verified', 'end', 'staff'],
    ] as const)
      expect(movedResidency(before(state, timelineRows + 5), event, by(who))).not.toBeNull()
  })
})
