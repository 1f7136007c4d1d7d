import fc from 'fast-check'
import { placedIn, type Step } from '../../cloudfunctions/territory/memberships'
import { closed, newNode } from '../../cloudfunctions/territory/nodes'
import type { Layer, Membership, TerritoryNode } from '../../cloudfunctions/territory/store'
import { bounds } from '@contract/territory-bounds'

/** The grid of a layer in which a building was at an instant; null: none. */
const gridAt = (grids: readonly Membership[], layer: Layer, at: string): string | null =>
  grids.find((row) => row.layer === layer && row.from <= at && (row.until === null || at < row.until))
    ?.gridId ?? null

const layers: readonly Layer[] = ['governance', 'construction']
const id = (letter: string) => `z_${letter.repeat(22)}`
const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString()
const doing = { at: day(0), by: `m_${'q'.repeat(22)}`, reason: '' }

const building = (): TerritoryNode =>
  newNode(
    { _id: id('b'), kind: 'building', communityId: 'wendeng.tianfu.pinganli', name: '7 号楼', rank: 7 },
    { _id: id('c'), path: `wendeng.tianfu.pinganli/${id('c')}` },
    doing,
  )

const step = (gridId: string | null, at: string, layer: Layer = 'governance'): Step => ({
  ...doing,
  ...{ layer, gridId, at, reason: '调整' },
})

const steps = fc.array(
  fc.record({
    layer: fc.constantFrom(...layers),
    gridId: fc.constantFrom(null, id('1'), id('2'), id('3')),
    // In any order: the clocks of two instances differ.
    at: fc.integer({ min: 0, max: 30 }).map(day),
  }),
  { maxLength: 40 },
)

const after = (all: readonly Pick<Step, 'layer' | 'gridId' | 'at'>[]): TerritoryNode =>
  all.reduce<TerritoryNode>(
    (present, { gridId, at, layer }) => placedIn(present, step(gridId, at, layer)) ?? present,
    building(),
  )

describe('[P1] of each layer, a building', () => {
  it('is in one grid at most, at any time, whatever was done in whatever order', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: -1, max: 32 }).map(day), (all, at) => {
        const { grids } = after(all)
        for (const layer of layers) {
          const there = grids.filter(
            (row) => row.layer === layer && row.from <= at && (row.until === null || at < row.until),
          )
          expect(there.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is now where its rows say that it is', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { grids, inGrids } = after(all)
        for (const layer of layers) {
          const open = grids.filter((row) => row.layer === layer && row.until === null)
          expect(open.map(({ gridId }) => gridId)).toEqual(inGrids[layer] === null ? [] : [inGrids[layer]])
        }
      }),
    )
  })

  it('was where it was: a later step changes no day before it', () => {
    fc.assert(
      fc.property(steps, steps, (first, more) => {
        const before = after(first)
        // At and after the last of the first.
        const later = more.map((one) => ({ ...one, at: day(31 + Number(one.at.slice(8, 10))) }))
        const then = after([...first, ...later])
        for (let number = 0; number <= 31; number += 1)
          for (const layer of layers)
            expect(gridAt(then.grids, layer, day(number))).toBe(gridAt(before.grids, layer, day(number)))
      }),
    )
  })

  it('knows which grid it was in on 3 March, after a split and a merge', () => {
    const march = '2026-03-03T04:00:00.000Z'
    const moved = after([
      { layer: 'governance', gridId: id('1'), at: '2026-01-10T00:00:00.000Z' },
      { layer: 'construction', gridId: id('3'), at: '2026-01-10T00:00:00.000Z' },
      { layer: 'governance', gridId: id('2'), at: '2026-04-01T00:00:00.000Z' },
      { layer: 'governance', gridId: null, at: '2026-05-01T00:00:00.000Z' },
    ])
    expect(gridAt(moved.grids, 'governance', march)).toBe(id('1'))
    expect(gridAt(moved.grids, 'governance', '2026-04-01T00:00:00.000Z')).toBe(id('2'))
    expect(gridAt(moved.grids, 'governance', '2026-06-01T00:00:00.000Z')).toBeNull()
    expect(gridAt(moved.grids, 'construction', '2026-06-01T00:00:00.000Z')).toBe(id('3'))
    expect(gridAt(moved.grids, 'governance', '2026-01-01T00:00:00.000Z')).toBeNull()
  })

  it('takes no more rows than it has room for, and then stays where it is', () => {
    let present = building()
    for (let move = 0; move < bounds.memberships; move += 1)
      present = placedIn(present, step(id(move % 2 ? '1' : '2'), day(move))) ?? present
    expect(present.grids).toHaveLength(bounds.memberships)
    expect(placedIn(present, step(id('3'), day(400)))).toBeNull()
    // It can still be taken out, and be closed.
    expect(closed(present, { ...doing, at: day(401) })).toMatchObject({
      ...{ inGrids: { governance: null, construction: null }, state: 'closed', sibling: id('b') },
    })
  })

  it('is left as it is where it is to go to where it stands', () => {
    const there = after([{ layer: 'governance', gridId: id('1'), at: day(1) }])
    expect(placedIn(there, step(id('1'), day(2)))).toBe(there)
    expect(placedIn(there, step(null, day(2), 'construction'))).toBe(there)
  })
})
