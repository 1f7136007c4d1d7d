import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { plainRows, workbookOf } from './workbooks'

const pinganli = 'wendeng.tianfu.pinganli'

let cloud: TestCloud
let chen: Caller
let qian: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, qian] = [await cloud.staff('chen'), await cloud.staff('qian')]
})

const inputOf = (bytes: Buffer) => ({
  requestId: newRequestId(),
  communityId: pinganli,
  fileName: '楼栋网格表.xlsx',
  contentBase64: bytes.toString('base64'),
})
const sample = (name: string) => inputOf(readFileSync(join(__dirname, '../../samples', name)))
const head = ['小区', '楼栋', '单元', '治理网格', '建管网格']
const listed = async (...rows: string[][]) => inputOf(await workbookOf(plainRows([head, ...rows])))
const place = (importId: string) => ({ communityId: pinganli, importId })

const apply = async (importId: string, skipErroneous = false) => {
  let report = await chen.get('imports.apply', { ...place(importId), skipErroneous })
  while (report.state === 'applying')
    report = await chen.get('imports.apply', { ...place(importId), skipErroneous })
  return report
}
const undo = async (importId: string) => {
  let reply = await chen.call('imports.undo', place(importId))
  while (reply.ok && reply.data.state === 'undoing') reply = await chen.call('imports.undo', place(importId))
  return reply
}
const tree = () => qian.get('territory.tree', { communityId: pinganli })
const said = async () => {
  const { version: _version, ...rest } = await tree()
  return rest
}
const gridOf = async (key: string, layer: 'governance' | 'construction') => {
  const { buildings, grids } = await tree()
  const id = buildings.find((one) => one.key === key)?.grids[layer]
  return grids.find((grid) => grid.id === id)?.name
}

describe('[P1] [P5] a list of buildings and grids', () => {
  it('is named row by row where something is wrong with it', async () => {
    const report = await chen.get('imports.stage', sample('楼栋网格表-有误.xlsx'))
    expect(report).toMatchObject({ kind: 'territory', rows: 8, erroneous: 7, added: 0, unchanged: 1 })
    expect(report.errors.map(({ row, column, code, firstRow }) => [row, column, code, firstRow])).toEqual([
      [5, '小区', 'REQUIRED', null],
      [6, '楼栋', 'REQUIRED', null],
      [7, '单元数', 'NUMBER_INVALID', null],
      [8, '单元数', 'NUMBER_OUT_OF_RANGE', null],
      [9, '楼栋', 'DUPLICATE_ROW', 4],
      [10, '小区', 'CONTRADICTS', null],
      [11, '楼栋', 'TOO_LONG', null],
    ])
    expect(await chen.call('imports.apply', { ...place(report.id), skipErroneous: false })).toMatchObject({
      code: 'IMPORT_HAS_ERRORS',
    })
  })

  it('contradicts itself where two rows of a building are not of one mind', async () => {
    const report = await chen.get(
      'imports.stage',
      await listed(
        ['平安花园', '31', '1', '第一网格', ''],
        ['槐荫里', '31号楼', '2', '', ''],
        ['平安花园', '31 栋', '3单元', '第二网格', ''],
        ['平安花园', '31', '一单元', '', ''],
      ),
    )
    expect(report.errors.map(({ row, column, code, firstRow }) => [row, column, code, firstRow])).toEqual([
      [3, '小区', 'CONTRADICTS', 2],
      [4, '治理网格', 'CONTRADICTS', 2],
      [5, '单元', 'DUPLICATE_ROW', 2],
    ])
  })

  it('says what it would do, does it, and once more does nothing', async () => {
    const before = await said()
    const staged = await chen.get('imports.stage', sample('楼栋网格表-样例.xlsx'))
    expect(staged).toMatchObject({ rows: 30, added: 10, changed: 1, unchanged: 19, erroneous: 0 })
    expect(await said()).toEqual(before)
    expect(await apply(staged.id)).toMatchObject({ state: 'applied', done: 30 })
    const after = await tree()
    expect(after.compounds.map(({ name }) => name)).toContain('和顺苑')
    expect(after.buildings).toHaveLength(30)
    expect(after.buildings.at(-1)).toMatchObject({ name: '30 号楼', units: 2 })
    expect([await gridOf('20', 'construction'), await gridOf('21', 'governance')]).toEqual([
      '建管三格',
      '第五网格',
    ])
    const again = await chen.get('imports.stage', sample('楼栋网格表-样例.xlsx'))
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 30 })
    // Residents find the new compound in their forms.
    const { compounds } = await cloud.guest().get('affairs.form', { communityId: pinganli })
    expect(compounds.find(({ name }) => name === '和顺苑')?.buildings).toHaveLength(10)
    expect(await undo(staged.id)).toMatchObject({ ok: true, data: { state: 'undone' } })
    expect(await said()).toEqual(before)
  })

  it('takes a row for each unit, and leaves alone what it says nothing of', async () => {
    const staged = await chen.get(
      'imports.stage',
      await listed(['平安花园', '7', '4', '', ''], ['平安花园', '7号楼', '5单元', '', '建管二格']),
    )
    expect(staged).toMatchObject({ added: 0, changed: 2 })
    await apply(staged.id)
    const seven = (await tree()).buildings.find(({ key }) => key === '7')
    expect(seven?.units).toBe(5)
    expect([await gridOf('7', 'governance'), await gridOf('7', 'construction')]).toEqual([
      '第二网格',
      '建管二格',
    ])
    const told = await qian.get('territory.history', { communityId: pinganli, id: seven?.id ?? '' })
    expect(told.rows[0]).toMatchObject({ event: 'joined', by: '陈晓梅', reason: '批量导入' })
    expect(await undo(staged.id)).toMatchObject({ ok: true })
    expect((await tree()).buildings.find(({ key }) => key === '7')?.units).toBe(3)
  })

  it('is not undone once somebody has changed, or built on, what it brought', async () => {
    const staged = await chen.get('imports.stage', await listed(['新苑', '41', '1', '新网格', '']))
    await apply(staged.id)
    const { version, grids, buildings } = await tree()
    const gridId = grids.find(({ name }) => name === '新网格')?.id ?? ''
    const moving = {
      ...{ requestId: newRequestId(), communityId: pinganli, version, layer: 'governance' as const },
      ...{ gridId, buildingIds: [buildings[0]?.id ?? ''], reason: '试试' },
    }
    await qian.get('territory.moveBuildings', moving)
    const before = await said()
    expect(await undo(staged.id)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await said()).toEqual(before)
    expect(await chen.get('imports.show', place(staged.id))).toMatchObject({ state: 'applied' })
  })

  it('is wrong in the rows that bring more buildings into a grid than it holds, and never applied with them', async () => {
    const rows = Array.from({ length: 102 }, (_, n) => ['大盘', `${n + 200}`, '1', '大网格', ''])
    const input = await listed(...rows)
    const staged = await chen.get('imports.stage', input)
    expect(staged).toMatchObject({ rows: 102, added: 100, erroneous: 2 })
    expect(staged.errors.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [102, '治理网格', 'GRID_FULL', '大网格'],
      [103, '治理网格', 'GRID_FULL', '大网格'],
    ])
    // Another list has put a building into the grid since this one was looked at.
    const meanwhile = await chen.get('imports.stage', await listed(['大盘', '400', '1', '大网格', '']))
    await apply(meanwhile.id)
    let reply
    do reply = await chen.call('imports.apply', { ...place(staged.id), skipErroneous: true })
    while (reply.ok && reply.data.state === 'applying')
    expect(reply).toMatchObject({ code: 'CONFLICT' })
    const { grids } = await tree()
    expect(grids.find(({ name }) => name === '大网格')?.buildings).toBeLessThanOrEqual(100)
    expect(await undo(staged.id)).toMatchObject({ ok: true })
    expect(await undo(meanwhile.id)).toMatchObject({ ok: true })
  })

  it('is no roster: with rooms in it, or with none of the columns, it is not taken for one', async () => {
    const bytes = await workbookOf(
      plainRows([
        ['楼栋', '治理网格'],
        ['7', '第一网格'],
      ]),
    )
    expect(await chen.call('imports.stage', inputOf(bytes))).toMatchObject({ code: 'HEADERS_UNKNOWN' })
    const rooms = await workbookOf(
      plainRows([
        ['小区', '楼栋', '单元', '房号', '业主'],
        ['平安花园', '7', '1', '101', '某人'],
      ]),
    )
    expect(await chen.call('imports.stage', inputOf(rooms))).toMatchObject({ code: 'HEADERS_UNKNOWN' })
  })
})
