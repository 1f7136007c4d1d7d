import fc from 'fast-check'
import { DeskState } from '@contract/desk'
import { bounds } from '@contract/desk-bounds'
import { shownToBrowser, whyNotScan, withDesk, withOpening } from '../../cloudfunctions/desk/rules'
import { deskMoves, movedDesk, type DeskEvent, type DeskMover } from '../../cloudfunctions/desk/states'
import { desks, type Desk } from '../../cloudfunctions/desk/store'

const minute = 60_000
const start = '2026-12-01T01:00:00.000Z'
const after = (minutes: number) => new Date(Date.parse(start) + minutes * minute).toISOString()
const [me, other] = [`m_${'a'.repeat(22)}`, `m_${'b'.repeat(22)}`]

const deskIn = (state: Desk['state'], fields: Partial<Desk> = {}): Desk => ({
  _id: `l_${'a'.repeat(22)}`,
  schemaVersion: 1,
  state,
  browser: 'chrome',
  system: 'windows',
  number: '42',
  secretHash: '',
  codeHash: '',
  openedAt: start,
  expiresAt: after(3),
  memberId: state === 'open' ? null : me,
  until: null,
  timeline: [],
  sweepAt: after(63),
  ...fields,
})

const events = Object.keys(deskMoves) as DeskEvent[]
const movers: DeskMover[] = ['member', 'timer']

/** The table once more: `state event who → state`. What is not here is refused. */
const expected = [
  'open scan member scanned',
  'scanned confirm member in_force',
  'scanned decline member declined',
  'in_force end member ended',
  'in_force displace member ended',
  'in_force lapse timer lapsed',
]

describe('[P3] the states of a desk', () => {
  it('are those of the table in every cell of state × event × who', () => {
    const found = DeskState.options.flatMap((state) =>
      events.flatMap((event) =>
        movers.flatMap((who) => {
          const moved = movedDesk(deskIn(state), event, { who, memberId: me, at: start })
          return moved ? [`${state} ${event} ${who} ${moved.state}`] : []
        }),
      ),
    )
    expect(found.sort()).toEqual([...expected].sort())
  })

  it('[property] whatever comes in whatever order, the document keeps its schema and its timeline tells all', () => {
    const step = fc.record({ event: fc.constantFrom(...events), who: fc.constantFrom(...movers) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let desk = deskIn('open')
        let moves = 0
        for (const { event, who } of steps) {
          const moved = movedDesk(desk, event, { who, memberId: me, at: start })
          moves += Number(moved !== null)
          desk = moved ?? desk
        }
        expect(desks.schema.safeParse(desk).success).toBe(true)
        expect(desk.timeline).toHaveLength(moves)
        expect(moves).toBeLessThanOrEqual(bounds.timelineRows)
      }),
    )
  })

  it('give two minutes to answer once it was scanned, two more to fetch the ticket, and eight hours from then', () => {
    const by = { who: 'member', memberId: me } as const
    const scanned = movedDesk(deskIn('open'), 'scan', { ...by, at: after(2) })!
    expect(scanned).toMatchObject({ memberId: me, expiresAt: after(4), sweepAt: after(64) })
    const inForce = movedDesk(scanned, 'confirm', { ...by, at: after(3) })!
    const until = after(3 + 8 * 60)
    expect(inForce).toMatchObject({ expiresAt: after(5), until, sweepAt: until })
    const kept = new Date(Date.parse(until) + 400 * 86_400_000).toISOString()
    expect(movedDesk(inForce, 'lapse', { who: 'timer', memberId: '', at: until })).toMatchObject({
      ...{ memberId: me, sweepAt: kept },
    })
  })
})

describe('[P3] who may scan a QR', () => {
  const states = DeskState.options
  it.each(states)('%s: somebody else, or too late', (state) => {
    const byOther = state === 'open' ? null : 'DESK_USED'
    expect(whyNotScan(deskIn(state), other, after(1))).toBe(byOther)
    const isFree = state === 'open' || state === 'scanned'
    expect(whyNotScan(deskIn(state), me, after(3))).toBe(isFree ? 'DESK_EXPIRED' : 'DESK_USED')
    expect(whyNotScan(deskIn(state), me, after(2))).toBe(isFree ? null : 'DESK_USED')
  })
})

it('[P3] the browser is told what it waits for, and after that nothing', () => {
  const told = DeskState.options.map((state) => {
    const at = (minutes: number) => shownToBrowser(deskIn(state), after(minutes))
    return `${state} ${at(1)} ${at(3)}`
  })
  expect(told).toEqual([
    'open open over',
    'scanned scanned over',
    'in_force confirmed over',
    'declined declined declined',
    'ended over over',
    'lapsed over over',
  ])
})

it('[P3] of one desk too many the oldest goes', () => {
  const desk = (since: string) => ({ since })
  expect(withDesk([desk('2'), desk('1')], desk('3'), 3)).toEqual({
    ...{ desks: [desk('1'), desk('2'), desk('3')], displaced: null },
  })
  expect(withDesk([desk('2'), desk('1')], desk('3'), 2)).toEqual({
    ...{ desks: [desk('2'), desk('3')], displaced: desk('1') },
  })
})

it('[P3] an instance opens so many QRs a minute, and again after it', () => {
  let openings: number[] | null = []
  for (let at = 0; at < 3; at += 1) openings = withOpening(openings ?? [], at, 3)
  expect(withOpening(openings!, 59_999, 3)).toBeNull()
  expect(withOpening(openings!, 60_000, 3)).toEqual([1, 2, 60_000])
})
