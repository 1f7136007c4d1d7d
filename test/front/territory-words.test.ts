import {
  findIn,
  historyWords,
  pathOf,
  withoutGrid,
  type HistoryRow,
  type Tree,
} from '@/features/territory/words'

const tree: Tree = {
  ...{ communityId: 'wendeng.tianfu.pinganli', version: 1, mayEdit: true },
  areas: [
    { id: 'a1', name: '北片', parentId: null },
    { id: 'a2', name: '一区', parentId: 'a1' },
  ],
  compounds: [{ id: 'c1', name: '平安花园', parentId: 'a2', box: 'pinganyuan1' }],
  buildings: [
    {
      ...{ id: 'b1', name: '7 号楼', key: '7', compoundId: 'c1', units: 3 },
      grids: { governance: 'g1', construction: null },
    },
  ],
  grids: [{ id: 'g1', layer: 'governance', name: '第一网格', buildings: 1 }],
}

const row = (fields: Partial<HistoryRow>): HistoryRow => ({
  ...{ event: 'added', at: '2026-11-30T00:00:00.000Z', by: '钱红', reason: '' },
  ...{ other: null, layer: null, was: '' },
  ...fields,
})

describe('the territory in words', () => {
  it('what is not in force any more is not found', () => {
    expect(findIn(tree, 'gone')).toBeNull()
    expect(['a2', 'c1', 'b1', 'g1'].map((id) => findIn(tree, id)?.kind)).toEqual([
      'area',
      'compound',
      'building',
      'grid',
    ])
  })

  it('areas are named from the widest, and a circle of them ends', () => {
    expect(pathOf(tree, 'a2')).toBe('北片 · 一区')
    expect(pathOf(tree, null)).toBe('')
    const circle = { ...tree, areas: [{ id: 'a1', name: '圈', parentId: 'a1' }] }
    expect(pathOf(circle, 'a1').length).toBeLessThan(50)
  })

  it('a building that one layer lacks is said there and nowhere else', () => {
    expect(withoutGrid(tree, 'governance')).toEqual([])
    expect(withoutGrid(tree, 'construction').map(({ id }) => id)).toEqual(['b1'])
  })

  it('a move is told from both sides', () => {
    const joined = row({ event: 'joined', other: { id: 'g1', name: '第一网格' }, layer: 'governance' })
    expect(historyWords(joined, 'building')).toBe('划入治理网格「第一网格」')
    const left = row({ event: 'left', other: { id: 'b1', name: '7 号楼' }, layer: 'governance' })
    expect(historyWords(left, 'grid')).toBe('「7 号楼」划出')
    expect(historyWords(row({ event: 'renamed', was: '旧名' }), 'grid')).toBe('改名，原来叫「旧名」')
    expect(historyWords(row({ event: 'closed' }), 'compound')).toBe('停用')
  })
})
