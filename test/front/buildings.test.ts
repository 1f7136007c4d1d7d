import { findBuildings, homeSpot, isSameSpot } from '@/ui/buildings/find-buildings'

const compounds = [
  { name: '平安花园', buildings: ['1 号楼', '7 号楼', '10 号楼', '12 号楼', '综合楼'] },
  { name: '槐荫里', buildings: ['7栋', '甲7', '17', '物业服务中心'] },
  { name: '小区外', buildings: [] },
]

const found = (text: string) => findBuildings(compounds, text).map((one) => `${one.compound} ${one.building}`)

describe('a search for a building', () => {
  it.each(['99', '平安 99', '柳林 7', '71', '??', '号'.repeat(20)])('%j finds nothing', (text) =>
    expect(found(text)).toEqual([]),
  )

  it.each(['', '  ', '\u3000'])('%j is none', (text) => expect(found(text)).toEqual([]))

  it.each(['7', '07', '７', '七', '七号楼', '7 号楼', '第7栋', '7#', ' 7 座'])(
    '%j finds both that are called 7, and 17 is none of them',
    (text) => {
      expect(found(text).slice(0, 2)).toEqual(['平安花园 7 号楼', '槐荫里 7栋'])
      expect(found(text)).not.toContain('槐荫里 17')
    },
  )

  it.each(['平安 7', '平安7', '平安花园七号楼', '花园 7栋'])('%j finds the one of that compound', (text) =>
    expect(found(text)[0]).toBe('平安花园 7 号楼'),
  )

  it('by the first figure finds the number itself, then those that begin so', () =>
    expect(found('1')).toEqual(['平安花园 1 号楼', '平安花园 10 号楼', '平安花园 12 号楼', '槐荫里 17']))

  it('by a part of a name, of a building or of a compound', () => {
    expect(found('物业')).toEqual(['槐荫里 物业服务中心'])
    expect(found('综合')).toEqual(['平安花园 综合楼'])
    expect(found('槐荫')).toHaveLength(4)
  })

  it('by a whole door', () => expect(found('12-2-301')).toEqual(['平安花园 12 号楼']))
})

it('the building in which somebody lives is found by what the roster calls it', () => {
  expect(homeSpot(compounds, '7')).toEqual({ compound: '平安花园', building: '7 号楼' })
  expect(homeSpot(compounds, '99')).toBeNull()
})

it('two spots are the same by compound and number, and a compound without a building is none of its buildings', () => {
  const spot = { compound: '平安花园', building: '7 号楼' }
  expect(isSameSpot({ ...spot, building: '7' }, spot)).toBe(true)
  expect(isSameSpot({ ...spot, compound: '槐荫里' }, spot)).toBe(false)
  expect(isSameSpot({ ...spot, building: null }, spot)).toBe(false)
  expect(isSameSpot({ ...spot, building: null }, { ...spot, building: null })).toBe(true)
  expect(isSameSpot(null, spot)).toBe(false)
})
