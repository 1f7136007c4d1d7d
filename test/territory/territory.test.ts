import type { Output } from '@contract/index'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'
const place = { communityId: liulin }
const reason = '调整网格'

type Tree = Output<'territory.tree'>

let cloud: TestCloud
let zhou: Caller
let zhao: Caller
let qian: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[zhou, zhao, qian] = [await cloud.staff('zhou'), await cloud.staff('zhao'), await cloud.staff('qian')]
})

const tree = (communityId = liulin) => zhou.get('territory.tree', { communityId })
const changing = async () => ({ requestId: newRequestId(), ...place, version: (await tree()).version })

const building = async (name: string) => (await tree()).buildings.find((one) => one.name === name)!
const grid = async (name: string) => (await tree()).grids.find((one) => one.name === name)!
const buildingsIn = ({ buildings, grids }: Tree, name: string) => {
  const { id, layer } = grids.find((one) => one.name === name)!
  return buildings.filter((one) => one.grids[layer] === id).map(({ key }) => key)
}

const add = async (fields: {
  kind: 'area' | 'compound' | 'building' | 'unit'
  parentId: string | null
  name: string
  units?: number
}) => zhou.call('territory.addPlace', { ...(await changing()), units: 0, ...fields })

describe('[P1] the territory refuses', () => {
  it('whoever does not draw it, and another community as one that there is not', async () => {
    const making = { kind: 'area' as const, parentId: null, name: '东片区', units: 0 }
    const who = [cloud.guest(), await cloud.resident('liu'), zhao, await cloud.staff('lin'), qian]
    const codes = []
    for (const one of who) {
      const reply = await one.call('territory.addPlace', { ...(await changing()), ...making })
      codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
    const nowhere = { communityId: 'wendeng.tianfu.nowhere' }
    expect(await zhou.call('territory.tree', nowhere)).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await zhou.call('territory.addPlace', { ...making, ...nowhere, requestId: newRequestId(), version: 0 }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it("a place of another community, closed or not, in each action's own field", async () => {
    const other = await tree(pinganli)
    const [id, gridId] = [other.buildings[0]!.id, other.grids[0]!.id]
    const mine = (await tree()).buildings[0]!.id
    const replies = [
      await zhou.call('territory.units', { ...place, buildingId: id }),
      await zhou.call('territory.history', { ...place, id }),
      await add({ kind: 'unit', parentId: id, name: '9 单元' }),
      await zhou.call('territory.rename', { ...(await changing()), id, name: '1号楼', reason }),
      await zhou.call('territory.closePlace', { ...(await changing()), id, reason }),
      await zhou.call('territory.closeGrid', { ...(await changing()), gridId, intoGridId: null, reason }),
      await zhou.call('territory.moveBuildings', {
        ...{ ...(await changing()), layer: 'governance', gridId: null, buildingIds: [id], reason },
      }),
      await zhou.call('territory.moveBuildings', {
        ...{ ...(await changing()), layer: 'governance', gridId, buildingIds: [mine], reason },
      }),
    ]
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code))).toEqual(
      Array.from({ length: replies.length }, () => 'NOT_FOUND'),
    )
  })

  it('a name that is taken, a number that would change, and a place where it does not belong', async () => {
    const compoundId = (await tree()).compounds[0]!.id
    const other = (await tree()).compounds[1]!.id
    const five = await building('5 号楼')
    // The roster knows no compounds: a second building 5 would be the same to it.
    expect(await add({ kind: 'building', parentId: other, name: '五栋' })).toMatchObject({
      code: 'NAME_TAKEN',
    })
    expect(await add({ kind: 'unit', parentId: five.id, name: '二单元' })).toMatchObject({
      code: 'NAME_TAKEN',
    })
    expect(await add({ kind: 'building', parentId: null, name: '30 号楼' })).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: 'parentId' },
    })
    expect(await add({ kind: 'compound', parentId: compoundId, name: '苑中苑' })).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: 'parentId' },
    })
    expect(await add({ kind: 'compound', parentId: null, name: '新苑', units: 2 })).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: 'units' },
    })
    expect(await add({ kind: 'building', parentId: compoundId, name: '很长很长很长的楼名字' })).toMatchObject(
      {
        ...{ ok: true },
      },
    )
    expect(
      await add({ kind: 'building', parentId: compoundId, name: '很长很长很长的楼名字呀' }),
    ).toMatchObject({ code: 'INVALID_INPUT', detail: 'name' })
    const renaming = { ...(await changing()), id: five.id, name: '15 号楼', reason }
    expect(await zhou.call('territory.rename', renaming)).toMatchObject({ code: 'NUMBER_CHANGES' })
    const { id } = await grid('柳林东网格')
    expect(
      await zhou.call('territory.rename', { ...(await changing()), id, name: '柳林西网格', reason }),
    ).toMatchObject({ code: 'NAME_TAKEN' })
  })

  it('to close what something lies under, and a grid as a place', async () => {
    const { compounds } = await tree()
    const closing = async (id: string) =>
      zhou.call('territory.closePlace', { ...(await changing()), id, reason })
    expect(await closing(compounds[0]!.id)).toMatchObject({ code: 'NOT_EMPTY' })
    expect(await closing((await building('5 号楼')).id)).toMatchObject({ code: 'NOT_EMPTY' })
    expect(await closing((await grid('柳林东网格')).id)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('a grid that merges into itself, or into one of the other layer', async () => {
    const [east, building] = [await grid('柳林东网格'), await grid('柳林建管网格')]
    const closing = async (intoGridId: string) =>
      zhou.call('territory.closeGrid', { ...(await changing()), gridId: east.id, intoGridId, reason })
    expect(await closing(east.id)).toMatchObject({ code: 'INVALID_INPUT', detail: 'intoGridId' })
    expect(await closing(building.id)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('what was decided on an older version: of ten at once, one is done', async () => {
    const { version } = await tree()
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        zhou.call('territory.addPlace', {
          ...{ ...place, requestId: newRequestId(), version, kind: 'area', parentId: null, units: 0 },
          name: `片区${index}`,
        }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const codes = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])))
    expect([...codes]).toEqual(['CHANGED_MEANWHILE'])
    expect(await tree()).toMatchObject({ version: version + 1 })
    expect((await tree()).areas).toHaveLength(1)
  })
})

describe('[P1] the tree of a community', () => {
  it('has compounds, buildings with their units, and two layers of grids over them', async () => {
    const guo = await cloud.staff('guo')
    const found = await guo.get('territory.tree', { communityId: pinganli })
    expect(found).toMatchObject({ mayEdit: false, version: 2, areas: [] })
    expect(found.compounds.map(({ name, box }) => [name, box])).toEqual([
      ['平安花园', 'pinganyuan1'],
      ['槐荫里', 'huaiyinli01'],
      ['小区外（路上、广场）', 'outside0101'],
    ])
    expect(found.buildings.map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 1}`))
    expect(found.buildings.every(({ units }) => units === 3)).toBe(true)
    expect(found.grids.map(({ layer, name, buildings }) => [layer, name, buildings])).toEqual([
      ['governance', '第一网格', 6],
      ['governance', '第二网格', 6],
      ['governance', '第三网格', 4],
      ['construction', '建管一格', 10],
      ['construction', '建管二格', 10],
      ['governance', '第四网格', 4],
    ])
    expect((await qian.get('territory.tree', { communityId: pinganli })).mayEdit).toBe(true)
    const buildingId = found.buildings[6]!.id
    const { units } = await guo.get('territory.units', { communityId: pinganli, buildingId })
    expect(units.map(({ name, key }) => [name, key])).toEqual([
      ['1 单元', '1'],
      ['2 单元', '2'],
      ['3 单元', '3'],
    ])
  })

  it('grows by any depth: an area, a compound in it, a building with its units, one unit more', async () => {
    const area = (await tree()).areas[0]!
    const inside = await add({ kind: 'area', parentId: area.id, name: '里片' })
    expect(inside.ok).toBe(true)
    const innerId = (await tree()).areas.find(({ name }) => name === '里片')!.id
    expect((await add({ kind: 'compound', parentId: innerId, name: '梧桐里' })).ok).toBe(true)
    const compound = (await tree()).compounds.find(({ name }) => name === '梧桐里')!
    expect(compound).toMatchObject({ parentId: innerId, box: expect.stringMatching(/^[a-z0-9]{12}$/) })
    const making = { kind: 'building' as const, parentId: compound.id, name: '31 号楼', units: 2 }
    expect((await add(making)).ok).toBe(true)
    const { id } = await building('31 号楼')
    expect((await add({ kind: 'unit', parentId: id, name: '3 单元' })).ok).toBe(true)
    expect((await building('31 号楼')).units).toBe(3)
    // The forms of residents and cases have it at once.
    const { compounds } = await cloud.guest().get('affairs.form', { box: compound.box })
    expect(compounds.find(({ name }) => name === '梧桐里')).toEqual({
      ...{ name: '梧桐里', box: compound.box, buildings: ['31 号楼'] },
    })
  })

  it('lets a place go with what it was, and its number for another', async () => {
    const { id, compoundId } = await building('31 号楼')
    const close = async (what: string) =>
      zhou.get('territory.closePlace', { ...(await changing()), id: what, reason: '拆除' })
    const { units } = await zhou.get('territory.units', { ...place, buildingId: id })
    for (const unit of units) await close(unit.id)
    await close(id)
    expect(await building('31 号楼')).toBeUndefined()
    expect(await zhou.get('territory.history', { ...place, id })).toMatchObject({
      ...{ kind: 'building', name: '31 号楼', closed: true },
      rows: [
        { event: 'closed', by: '周敏', reason: '拆除' },
        { event: 'added', by: '周敏' },
      ],
    })
    expect((await add({ kind: 'building', parentId: compoundId, name: '31号楼', units: 1 })).ok).toBe(true)
    expect((await building('31号楼')).id).not.toBe(id)
    expect(await zhou.call('territory.units', { ...place, buildingId: id })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('[P1] grids are drawn anew', () => {
  it('by a split, a move and a merge; each building knows where it was, by whom and why', async () => {
    const [one, two] = [await building('1 号楼'), await building('2 号楼')]
    const split = await zhou.get('territory.addGrid', {
      ...{ ...(await changing()), layer: 'governance', name: '柳林南网格' },
      ...{ buildingIds: [one.id, two.id], reason: '东网格太大' },
    })
    expect(buildingsIn(split, '柳林东网格')).toEqual(['3', '4', '5'])
    expect(buildingsIn(split, '柳林南网格')).toEqual(['1', '2'])
    // The other layer is another matter.
    expect(buildingsIn(split, '柳林建管网格')).toHaveLength(9)
    const west = await grid('柳林西网格')
    const moved = await zhou.get('territory.moveBuildings', {
      ...{ ...(await changing()), layer: 'governance', gridId: west.id },
      ...{ buildingIds: [two.id], reason: '离得近' },
    })
    expect(buildingsIn(moved, '柳林西网格')).toEqual(['2', '6', '7', '8', '9'])
    const south = await grid('柳林南网格')
    const merged = await zhou.get('territory.closeGrid', {
      ...{ ...(await changing()), gridId: south.id, intoGridId: west.id, reason: '人手不够' },
    })
    expect(buildingsIn(merged, '柳林西网格')).toEqual(['1', '2', '6', '7', '8', '9'])
    const { rows } = await zhou.get('territory.history', { ...place, id: one.id })
    expect(rows.map(({ event, other, reason: why, by }) => [event, other?.name, why, by])).toEqual([
      ['joined', '柳林西网格', '人手不够', '周敏'],
      ['left', '柳林南网格', '人手不够', '周敏'],
      ['joined', '柳林南网格', '东网格太大', '周敏'],
      ['left', '柳林东网格', '东网格太大', '周敏'],
      ['joined', '柳林东网格', '开始分网格', '周敏'],
      ['joined', '柳林建管网格', '开始分网格', '周敏'],
      ['added', undefined, '', '周敏'],
    ])
  })

  it('and a grid that is closed still says what it was', async () => {
    const audits = await cloud.engine.find({
      collection: 'audits',
      filter: { action: 'territory.closeGrid' },
    })
    const { document: id } = audits[0] as unknown as { document: string }
    const told = await zhou.get('territory.history', { ...place, id })
    expect(told).toMatchObject({ kind: 'grid', name: '柳林南网格', closed: true })
    expect(told.rows.map(({ event, other }) => [event, other?.name])).toEqual([
      ['closed', undefined],
      ['left', '1 号楼'],
      ['left', '2 号楼'],
      ['joined', '1 号楼'],
      ['joined', '2 号楼'],
      ['added', undefined],
    ])
  })

  it('under a new name, and its buildings into none', async () => {
    const { id } = await grid('柳林西网格')
    await zhou.get('territory.rename', { ...(await changing()), id, name: '柳林大网格', reason: '合并后' })
    const { rows } = await zhou.get('territory.history', { ...place, id })
    expect(rows[0]).toMatchObject({ event: 'renamed', was: '柳林西网格', reason: '合并后' })
    const { id: six } = await building('6 号楼')
    const out = { layer: 'governance' as const, gridId: null, buildingIds: [six], reason: '待定' }
    await zhou.get('territory.moveBuildings', { ...(await changing()), ...out })
    expect((await building('6 号楼')).grids).toMatchObject({
      ...{ governance: null, construction: expect.any(String) },
    })
  })

  it('once for a request that comes twice, and for one id with another input not at all', async () => {
    const input = {
      ...(await changing()),
      layer: 'governance' as const,
      name: '新网格',
      buildingIds: [],
      reason,
    }
    const first = await zhou.get('territory.addGrid', input)
    expect(await zhou.get('territory.addGrid', input)).toEqual(first)
    expect(await zhou.call('territory.addGrid', { ...input, name: '别的' })).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await tree()).version).toBe(first.version)
  })

  it('and all of it stands in the audit', async () => {
    const found = await cloud.engine.find({ collection: 'audits', filter: { communityId: liulin } })
    const actions = new Set((found as unknown as { action: string }[]).map(({ action }) => action))
    for (const action of ['addPlace', 'rename', 'closePlace', 'addGrid', 'moveBuildings', 'closeGrid'])
      expect(actions).toContain(`territory.${action}`)
  })
})
