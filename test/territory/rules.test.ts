import { newNode, renamed } from '../../cloudfunctions/territory/nodes'
import {
  compoundsIn,
  gridsIn,
  isFull,
  keyOf,
  liesUnder,
  siblingOf,
} from '../../cloudfunctions/territory/rules'
import type { TerritoryNode } from '../../cloudfunctions/territory/store'
import { bounds } from '@contract/territory-bounds'

const communityId = 'wendeng.tianfu.pinganli'
const doing = { at: '2026-01-01T00:00:00.000Z', by: `m_${'q'.repeat(22)}`, reason: '' }
const id = (text: string) => `z_${text.padEnd(22, '0')}`

type Fields = Partial<Pick<TerritoryNode, 'kind' | 'rank' | 'layer' | 'box'>>

const node = (name: string, fields: Fields = {}, parent: TerritoryNode | null = null) =>
  newNode({ _id: id(name), kind: 'compound', communityId, name, rank: 1, ...fields }, parent, doing)

describe('[P1] names of places', () => {
  it.each([
    ['building', '7 号楼', '七栋'],
    ['building', '７号楼', '7'],
    ['unit', '2 单元', '二单元'],
    ['compound', '平安 花园', '平安花园'],
    ['grid', 'A网格', 'ａ网格'],
  ] as const)('of a %s: 「%s」 and 「%s」 are the same', (kind, one, other) => {
    expect(keyOf(kind, one)).toBe(keyOf(kind, other))
  })

  it('count in the whole community for a building, and for a unit in its building alone', () => {
    const one = { kind: 'building', communityId, layer: null, key: '7' } as const
    expect(siblingOf({ ...one, parentId: id('a') })).toBe(siblingOf({ ...one, parentId: id('b') }))
    const unit = { ...one, kind: 'unit' as const }
    expect(siblingOf({ ...unit, parentId: id('a') })).not.toBe(siblingOf({ ...unit, parentId: id('b') }))
    // A grid of the one layer may be called as one of the other is.
    const grid = { ...one, kind: 'grid' as const, parentId: null }
    expect(siblingOf({ ...grid, layer: 'governance' })).not.toBe(
      siblingOf({ ...grid, layer: 'construction' }),
    )
  })

  it('may be changed so often, and the last row is kept for the end', () => {
    let present: TerritoryNode | null = node('平安花园')
    let times = 0
    while (present) {
      present = renamed(present, `平安花园${times % 2}`, doing)
      times += present ? 1 : 0
    }
    expect(times).toBe(bounds.timelineRows - 2)
  })
})

describe('[P1] what lies under what', () => {
  it('is as the table says: no unit without a building, no building outside of a compound', () => {
    expect(liesUnder).toEqual({
      area: ['community', 'area'],
      compound: ['community', 'area'],
      building: ['compound'],
      unit: ['building'],
    })
  })

  it('comes in the order in which people count, area by area', () => {
    const area = node('东片区', { kind: 'area', rank: 2 })
    const old = node('老小区', { rank: 3 })
    const east = node('东苑', { rank: 1, box: 'dongyuan01' }, area)
    const [ten, two] = ['10 号楼', '2 号楼'].map((name) => node(name, { kind: 'building' }, east))
    expect(compoundsIn([old, ten!, east, two!, area])).toEqual([
      { name: '东苑', box: 'dongyuan01', buildings: ['2 号楼', '10 号楼'] },
      { name: '老小区', box: '', buildings: [] },
    ])
  })

  it('is bounded: so many of a kind, and so many in one compound', () => {
    const compound = node('平安花园')
    const buildings = Array.from({ length: bounds.buildingsOfCompound }, (_, index) =>
      node(`${index + 1} 号楼`, { kind: 'building' }, compound),
    )
    const one = { kind: 'building', parentId: compound._id } as const
    expect(isFull(buildings.slice(1), one)).toBe(false)
    expect(isFull(buildings, one)).toBe(true)
    expect(isFull(buildings, { ...one, parentId: id('other') })).toBe(false)
  })
})

describe('[P1] the grid of a building', () => {
  it('is found by any way to write its number, and is none for one that is in none', () => {
    const grid = node('第一网格', { kind: 'grid', layer: 'governance' })
    const inGrids = { governance: grid._id, construction: null }
    const seven = { ...node('7 号楼', { kind: 'building' }), inGrids }
    const find = gridsIn([seven, grid])
    expect(find('七栋', 'governance')).toEqual({ id: grid._id, name: '第一网格' })
    expect(find('7 号楼', 'construction')).toBeNull()
    expect(find('8 号楼', 'governance')).toBeNull()
  })
})
