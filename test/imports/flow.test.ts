import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { householdLimits } from '../../cloudfunctions/community/roster'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { plainRows, workbookOf } from './workbooks'

const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'

const header = ['楼栋', '单元', '房号', '姓名', '手机', '备注']

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

const stageInput = async (rows: (string | number)[][], fileName = '花名册.xlsx') => ({
  requestId: newRequestId(),
  communityId: pinganli,
  fileName,
  contentBase64: (await workbookOf(plainRows(rows))).toString('base64'),
})

const roster = (...people: (string | number)[][]) => stageInput([header, ...people])

/** Calls apply or undo until it has reached its end. */
async function toTheEnd(action: 'imports.apply' | 'imports.undo', importId: string, skipErroneous = false) {
  for (let calls = 1; ; calls += 1) {
    const place = { communityId: pinganli, importId }
    const report =
      action === 'imports.apply'
        ? await chen.get(action, { ...place, skipErroneous })
        : await chen.get(action, place)
    if (report.state === 'applied' || report.state === 'undone') return { ...report, calls }
  }
}

describe('who may not import', () => {
  test('a resident, a visitor and other staff are refused, whatever they send', async () => {
    const input = await roster(['90号楼', '1', '101', '马秀兰', '', ''])
    for (const persona of ['zhang', 'visitor', 'sun', 'zhou']) {
      expect(await (await cloud.resident(persona)).call('imports.stage', input)).toMatchObject({
        code: 'FORBIDDEN',
      })
    }
    expect(await cloud.guest().call('imports.stage', input)).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test("another community's imports are not found, in its name or in one's own", async () => {
    const staged = await chen.get('imports.stage', await roster(['90号楼', '1', '101', '马秀兰', '', '']))
    const zhao = await cloud.staff('zhao')
    for (const communityId of [pinganli, liulin]) {
      const place = { communityId, importId: staged.id }
      expect(await zhao.call('imports.show', place)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await zhao.call('imports.apply', { ...place, skipErroneous: true })).toMatchObject({
        code: 'NOT_FOUND',
      })
      expect(await zhao.call('imports.undo', place)).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect((await zhao.get('imports.list', { communityId: liulin })).imports).toEqual([])
  })
})

describe('what cannot be imported', () => {
  test('a file that is no list is refused with what is wrong', async () => {
    const input = await roster()
    const bytes = Buffer.from('楼栋,单元,房号').toString('base64')
    expect(await chen.call('imports.stage', { ...input, contentBase64: bytes })).toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    expect(await chen.call('imports.stage', input)).toMatchObject({ code: 'FILE_EMPTY' })
    expect(await chen.call('imports.stage', await stageInput([['甲', '乙']]))).toMatchObject({
      code: 'HEADERS_UNKNOWN',
    })
    expect(await chen.send('imports.stage', { ...input, fileName: '../a.xlsx' })).toMatchObject({
      detail: 'fileName',
    })
  })

  test('the same request with another file is a conflict', async () => {
    const input = await roster(['90号楼', '1', '102', '马秀兰', '', ''])
    const other = await roster(['90号楼', '1', '103', '马秀兰', '', ''])
    const first = await chen.get('imports.stage', input)
    expect(await chen.get('imports.stage', input)).toEqual(first)
    const again = await chen.call('imports.stage', { ...other, requestId: input.requestId })
    expect(again).toMatchObject({ code: 'CONFLICT' })
  })

  test('an import that was never applied cannot be undone', async () => {
    const { id } = await chen.get('imports.stage', await roster(['90号楼', '1', '104', '马秀兰', '', '']))
    const place = { communityId: pinganli, importId: id }
    expect(await chen.call('imports.undo', place)).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('a roster', () => {
  test('with errors is refused, mended, applied and undone', async () => {
    const wrong = await chen.get('imports.stage', await roster(['91号楼', '1', '101', '马秀兰', '123', '']))
    expect(wrong).toMatchObject({
      rows: 1,
      erroneous: 1,
      added: 0,
      errors: [{ row: 2, code: 'PHONE_INVALID' }],
    })
    const place = { communityId: pinganli, importId: wrong.id }
    const refused = await chen.call('imports.apply', { ...place, skipErroneous: false })
    expect(refused).toMatchObject({ code: 'IMPORT_HAS_ERRORS' })

    const mended = await chen.get(
      'imports.stage',
      await roster(['91号楼', '1', '101', '马秀兰', '13800000000', '']),
    )
    expect(mended).toMatchObject({ added: 1, erroneous: 0, state: 'staged', toDo: 1 })
    expect(await toTheEnd('imports.apply', mended.id)).toMatchObject({
      state: 'applied',
      done: 1,
      errors: [],
    })
    const again = await chen.get(
      'imports.stage',
      await roster(['91#', '一单元', '0101室', '马 秀兰', 13800000000, '']),
    )
    expect(again).toMatchObject({ added: 0, unchanged: 1 })

    expect(await toTheEnd('imports.undo', mended.id)).toMatchObject({ state: 'undone', done: 1, toDo: 1 })
    const afterwards = await chen.get('imports.stage', await roster(['91#', '1', '101', '马秀兰', '', '']))
    expect(afterwards).toMatchObject({ added: 1 })
    expect(
      await chen.call('imports.apply', { communityId: pinganli, importId: mended.id, skipErroneous: false }),
    ).toMatchObject({ code: 'WRONG_STATE' })
  })

  test('that changes what is there gives it back when it is undone', async () => {
    const first = await chen.get(
      'imports.stage',
      await roster(['92', '1', '101', '马秀兰', '13800000000', '党员']),
    )
    await toTheEnd('imports.apply', first.id)
    const second = await chen.get(
      'imports.stage',
      await roster(['92', '1', '101', '马秀兰', '13900000000', ''], ['92', '1', '101', '马伟', '', '']),
    )
    expect(second).toMatchObject({ added: 1, changed: 1 })
    await toTheEnd('imports.apply', second.id)

    const tooEarly = await chen.call('imports.undo', { communityId: pinganli, importId: first.id })
    expect(tooEarly).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await chen.get('imports.show', { communityId: pinganli, importId: first.id })).toMatchObject({
      state: 'applied',
    })

    await toTheEnd('imports.undo', second.id)
    const asBefore = await chen.get(
      'imports.stage',
      await roster(['92', '1', '101', '马秀兰', '13800000000', '党员']),
    )
    expect(asBefore).toMatchObject({ unchanged: 1, changed: 0 })
    expect(await toTheEnd('imports.undo', first.id)).toMatchObject({ state: 'undone' })
  })

  test('that brings one person too many behind a door is wrong in that row; who is there is brought up to date', async () => {
    const names = [...'东南西北春夏秋冬晨昏风雨雷电山川江河湖海'].slice(0, householdLimits.persons)
    const people = names.map((name) => ['96', '1', '101', `马${name}`, '', ''])
    await toTheEnd('imports.apply', (await chen.get('imports.stage', await roster(...people))).id)
    const staged = await chen.get(
      'imports.stage',
      await roster(
        ['96', '1', '101', '马伟', '', ''],
        ['96', '1', '101', `马${names[0]}`, '13800000001', ''],
        ['96', '1', '102', '马伟', '', ''],
      ),
    )
    expect(staged).toMatchObject({ added: 1, changed: 1, erroneous: 1, toDo: 2 })
    expect(staged.errors).toMatchObject([{ row: 2, column: '房号', code: 'ROOM_INVALID', value: '101' }])
    expect(await toTheEnd('imports.apply', staged.id, true)).toMatchObject({ done: 2 })
    const again = await chen.get(
      'imports.stage',
      await roster(['96', '1', '101', `马${names[0]}`, '13800000001', '']),
    )
    expect(again).toMatchObject({ unchanged: 1 })
  })

  test('goes on where a killed call stopped, and leaves nothing when it is undone', async () => {
    const before = await households()
    const people = Array.from({ length: 1200 }, (_, index) => ['93', '1', `${index + 101}`, '马秀兰', '', ''])
    const { id, toDo } = await chen.get('imports.stage', await roster(...people))
    const place = { communityId: pinganli, importId: id }
    await crashEverywhere(() => chen.call('imports.apply', { ...place, skipErroneous: false }))
    expect(await toTheEnd('imports.apply', id)).toMatchObject({ state: 'applied', done: toDo })
    expect((await households()).length).toBe(before.length + 1200)
    await crashEverywhere(() => chen.call('imports.undo', place))
    expect(await toTheEnd('imports.undo', id)).toMatchObject({ state: 'undone', done: toDo })
    expect(await households()).toEqual(before)
    cloud.faults.set({})
  })

  test('is applied once by two people at once', async () => {
    const people = Array.from({ length: 900 }, (_, index) => ['94', '1', `${index + 101}`, '马秀兰', '', ''])
    const { id } = await chen.get('imports.stage', await roster(...people))
    const input = { communityId: pinganli, importId: id, skipErroneous: false }
    const replies = await Promise.all([1, 2, 3, 4].map(() => chen.call('imports.apply', input)))
    for (const reply of replies) expect(reply.ok ? 'OK' : reply.code).toMatch(/^(OK|CONFLICT)$/)
    expect(await toTheEnd('imports.apply', id)).toMatchObject({ done: 900, toDo: 900 })
    await toTheEnd('imports.undo', id)
  })

  test('of thousands of households is applied and undone in a few seconds, nobody in the log', async () => {
    const file = readFileSync(join(__dirname, '../../samples/居民花名册-样例.xlsx'))
    const before = await households()
    const staged = await chen.get('imports.stage', {
      requestId: newRequestId(),
      communityId: pinganli,
      fileName: '居民花名册-样例.xlsx',
      contentBase64: file.toString('base64'),
    })
    expect(staged).toMatchObject({ erroneous: 0, added: staged.rows })
    expect(await toTheEnd('imports.apply', staged.id)).toMatchObject({ state: 'applied', calls: 9 })
    // The demo's roster has 24 of these doors already: their people are added to those who are there.
    expect((await households()).length).toBe(before.length + 3213 - 24)
    await toTheEnd('imports.undo', staged.id)
    expect(await households()).toEqual(before)
    expect(readFileSync(join(cloud.directory, 'logs/functions.log'), 'utf8')).not.toMatch(
      /1[3-9]\d{9}|马秀兰/,
    )
  })
})

describe('a list of goods', () => {
  const goodsHeader = ['商品名称', '所需积分', '库存', '每人限兑', '限兑周期', '领取地点', '领取时间']
  const goods = (...rows: (string | number)[][]) => stageInput([goodsHeader, ...rows], '商品清单.xlsx')
  const soap = (cost: number) => ['香皂', cost, 5, 2, '每月', '1 号驿站', '每天']

  test('adds items that residents see, and takes them back', async () => {
    const staged = await chen.get(
      'imports.stage',
      await goods(soap(20), ['毛巾', 30, 8, '', '', '1 号驿站', '每天']),
    )
    expect(staged).toMatchObject({ kind: 'items', added: 2 })
    await toTheEnd('imports.apply', staged.id)
    expect(await namesOf()).toEqual(expect.arrayContaining(['香皂', '毛巾']))
    await toTheEnd('imports.undo', staged.id)
    expect(await namesOf()).not.toEqual(expect.arrayContaining(['香皂']))
  })

  test('changes a price and gives the old one back, unless somebody edited the item since', async () => {
    const first = await chen.get('imports.stage', await goods(soap(20)))
    await toTheEnd('imports.apply', first.id)
    const second = await chen.get('imports.stage', await goods(soap(25)))
    expect(second).toMatchObject({ added: 0, changed: 1 })
    await toTheEnd('imports.apply', second.id)
    expect((await soapNow()).costPoints).toBe(25)
    const refused = await chen.call('imports.undo', { communityId: pinganli, importId: first.id })
    expect(refused).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await toTheEnd('imports.undo', second.id)
    expect((await soapNow()).costPoints).toBe(20)
  })

  test('cannot be undone once somebody has redeemed one of its items, even if the points went back', async () => {
    const staged = await chen.get(
      'imports.stage',
      await goods(['牙刷', 10, 5, 2, '每月', '1 号驿站', '每天']),
    )
    await toTheEnd('imports.apply', staged.id)
    const { items } = await chen.get('points.staffItems', { communityId: pinganli })
    const itemId = items.find(({ name }) => name === '牙刷')?.id ?? ''
    const zhang = await cloud.resident('zhang')
    const { id } = await zhang.get('points.redeem', { requestId: newRequestId(), itemId, quantity: 1 })
    const place = { communityId: pinganli, importId: staged.id }
    expect(await chen.call('imports.undo', place)).toMatchObject({ code: 'ALREADY_USED' })
    await zhang.get('points.cancelRedemption', { requestId: newRequestId(), redemptionId: id })
    expect(await chen.call('imports.undo', place)).toMatchObject({ code: 'ALREADY_USED' })
    expect(await chen.get('imports.show', place)).toMatchObject({ state: 'applied' })
  })

  test('with more items than a community may have is refused', async () => {
    const many = Array.from({ length: 200 }, (_, index) => [
      `商品${index}`,
      10,
      5,
      '',
      '',
      '1 号驿站',
      '每天',
    ])
    expect(await chen.call('imports.stage', await goods(...many))).toMatchObject({ code: 'TOO_MANY_ROWS' })
  })

  const staffItems = async () => (await chen.get('points.staffItems', { communityId: pinganli })).items
  const namesOf = async () => (await staffItems()).map(({ name }) => name)
  const soapNow = async () => (await staffItems()).find(({ name }) => name === '香皂') ?? { costPoints: 0 }
})

test('the list of imports is the newest first, and shows how each stands', async () => {
  const { imports } = await chen.get('imports.list', { communityId: pinganli })
  expect(imports.length).toBeGreaterThan(5)
  expect(imports.map(({ stagedAt }) => stagedAt)).toEqual(
    imports
      .map(({ stagedAt }) => stagedAt)
      .sort()
      .reverse(),
  )
  expect(imports[0]).not.toHaveProperty('errors')
})

/** All households as they are stored. */
async function households() {
  const all = []
  for (let offset = 0; ; offset += 1000) {
    const page = { sort: [['_id', 1]] as const, limit: 1000, offset }
    const found = await cloud.engine.find({ collection: 'households', filter: {}, ...page })
    all.push(...found)
    if (found.length < 1000) return all
  }
}

/** Kills the function after each database call of a step that writes; a minute passes between two tries. */
async function crashEverywhere(step: () => Promise<unknown>): Promise<void> {
  const claim = 3
  for (let nth = claim; nth <= 8; nth += 1) {
    const rules = [{ kind: 'crashAfter' as const, nth, functionName: 'imports' }]
    cloud.faults.set({ rules, clockSkewMs: { imports: nth * 60_000 } })
    await step().catch(() => undefined)
  }
  cloud.faults.set({ clockSkewMs: { imports: 9 * 60_000 } })
}
