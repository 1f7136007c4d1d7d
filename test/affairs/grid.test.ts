import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { submission } from './story'

const pinganli = 'wendeng.tianfu.pinganli'

let cloud: TestCloud
let li: Caller
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, chen] = [await cloud.resident('li'), await cloud.staff('chen')]
})

type Category = 'facilities' | 'noise' | 'property' | 'safety'

const reported = async (category: Category, building: string | null) => {
  const place = { compound: '槐荫里', building, note: '' }
  const { id } = await li.get('affairs.submit', { ...submission(), category, place })
  return id
}
const gridOf = async (caseId: string) => (await chen.get('affairs.show', { caseId })).grid

describe('[P1] the grid of a case', () => {
  it('is none where there is no building, and its reporter is told of none', async () => {
    expect(await gridOf(await reported('noise', null))).toBeNull()
    const caseId = await reported('noise', '13 号楼')
    expect(await li.get('affairs.mineShown', { caseId })).not.toHaveProperty('grid')
  })

  it.each([
    ['noise', 'governance', '第三网格'],
    ['safety', 'governance', '第三网格'],
    ['facilities', 'construction', '建管二格'],
    ['property', 'construction', '建管二格'],
  ] as const)('of the category %s is of the layer %s', async (category, layer, name) => {
    expect(await gridOf(await reported(category, '14 号楼'))).toEqual({ layer, name })
  })

  it('stays that of the day of the report, whatever is moved or closed later', async () => {
    const before = await reported('noise', '17 号楼')
    expect(await gridOf(before)).toEqual({ layer: 'governance', name: '第四网格' })
    const qian = await cloud.staff('qian')
    const { version, grids } = await qian.get('territory.tree', { communityId: pinganli })
    const [gridId = '', intoGridId = ''] = ['第四网格', '第三网格'].map(
      (name) => grids.find((grid) => grid.name === name)?.id,
    )
    await qian.get('territory.closeGrid', {
      ...{ requestId: newRequestId(), communityId: pinganli, version, gridId, intoGridId },
      reason: '人手不够',
    })
    expect(await gridOf(before)).toEqual({ layer: 'governance', name: '第四网格' })
    expect(await gridOf(await reported('noise', '17 号楼'))).toMatchObject({ name: '第三网格' })
  })

  it('is unknown of a case from before there were any', async () => {
    const caseId = await reported('noise', '13 号楼')
    await cloud.engine.modify({
      ...{ collection: 'cases', filter: { _id: caseId }, change: { $unset: { grid: '' } } },
      ...{ replace: false, upsert: false, multi: false },
    })
    expect(await gridOf(caseId)).toBeNull()
  })
})
