import { later, runOut, stored } from '../privacy/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { plainRows, workbookOf } from './workbooks'

const pinganli = 'wendeng.tianfu.pinganli'
const day = 86_400_000

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

/** A list of one person who is in no other, and of one whose phone is wrong. */
async function staged(name: string) {
  const people = [
    ['楼栋', '单元', '房号', '姓名', '手机', '备注'],
    ['95号楼', '1', '101', name, '', '独居'],
    ['95号楼', '1', '102', '马秀兰', '123', ''],
  ]
  return chen.get('imports.stage', {
    requestId: newRequestId(),
    communityId: pinganli,
    fileName: '花名册.xlsx',
    contentBase64: (await workbookOf(plainRows(people))).toString('base64'),
  })
}

const place = (importId: string) => ({ communityId: pinganli, importId })
const apply = (id: string) => chen.call('imports.apply', { ...place(id), skipErroneous: true })
const undo = (id: string) => chen.call('imports.undo', place(id))
const show = (id: string) => chen.get('imports.show', place(id))

/** How often a name stands in the stored lists. */
const keptOf = async (name: string) =>
  JSON.stringify(await stored(cloud, 'import_batches', {})).split(name).length - 1

describe('a list that was read and not imported', () => {
  it('stays for thirty days, and can be imported until then', async () => {
    const { id } = await staged('韦春生')
    later(cloud, 29 * day)
    await runOut(cloud, 'removeOutdated')
    expect(await show(id)).toMatchObject({ state: 'staged', rowsGoneAt: null })
    expect(await apply(id)).toMatchObject({ ok: true, data: { state: 'applied' } })
    later(cloud, 400 * day)
    await runOut(cloud, 'removeOutdated')
    expect(await show(id)).toMatchObject({ state: 'applied', rowsGoneAt: null })
    expect(await keptOf('韦春生')).toBe(1)
  })

  it('lapses then: nobody of it is kept, that it was read is; it is neither imported nor undone', async () => {
    const { id } = await staged('毕秋月')
    expect(await keptOf('毕秋月')).toBe(1)
    later(cloud, 31 * day)
    await Promise.all([1, 2, 3].map(() => cloud.timer('removeOutdated')))
    await runOut(cloud, 'removeOutdated')
    expect(await keptOf('毕秋月')).toBe(0)
    expect(await show(id)).toMatchObject({
      ...{ id, state: 'lapsed', added: 1, erroneous: 1, errors: [] },
      rowsGoneAt: expect.any(String) as string,
    })
    const { imports } = await chen.get('imports.list', { communityId: pinganli })
    expect(imports.find((one) => one.id === id)).toMatchObject({ state: 'lapsed', fileName: '花名册.xlsx' })
    expect(await apply(id)).toMatchObject({ code: 'IMPORT_LAPSED' })
    expect(await undo(id)).toMatchObject({ code: 'IMPORT_LAPSED' })
    const [run] = await stored<{ timeline: { event: string; actor: string }[] }>(cloud, 'imports', {
      _id: id,
    })
    expect(run?.timeline.map(({ event, actor }) => [event, actor]).slice(1)).toEqual([['lapse', 'timer']])
  })

  it('is removed to its end by the next run, wherever one broke', async () => {
    await staged('柏冬青')
    later(cloud, 31 * day)
    await runOut(cloud, 'removeOutdated')
    const requests = cloud.stats.lastCall('jobs')?.databaseCalls ?? 0
    // A list takes the last three: it lapses, its rows go, and that is noted.
    for (const nth of [requests - 2, requests - 1, requests]) {
      cloud.faults.clear()
      const { id } = await staged('柏冬青')
      const rules = [{ kind: 'errorBefore' as const, functionName: 'jobs', nth, times: 1 }]
      cloud.faults.set({ rules, clockSkewMs: { jobs: 31 * day } })
      expect(await cloud.timer('removeOutdated')).toMatchObject({ code: 'INTERNAL' })
      expect(await show(id)).toMatchObject({ rowsGoneAt: null })
      await runOut(cloud, 'removeOutdated')
      expect(await show(id)).toMatchObject({ state: 'lapsed', rowsGoneAt: expect.any(String) as string })
      expect(await keptOf('柏冬青')).toBe(0)
    }
  })
})

describe('a list that was imported and undone', () => {
  it('keeps nobody either after thirty days, and stays undone', async () => {
    const { id } = await staged('苗夏荷')
    await apply(id)
    for (let call = 0; (await show(id)).state !== 'undone' && call < 9; call += 1) await undo(id)
    later(cloud, 29 * day)
    await runOut(cloud, 'removeOutdated')
    expect(await keptOf('苗夏荷')).toBe(1)
    later(cloud, 31 * day)
    await runOut(cloud, 'removeOutdated')
    expect(await keptOf('苗夏荷')).toBe(0)
    expect(await show(id)).toMatchObject({ state: 'undone', rowsGoneAt: expect.any(String) as string })
    expect(await undo(id)).toMatchObject({ ok: true, data: { state: 'undone' } })
    expect(await apply(id)).toMatchObject({ code: 'WRONG_STATE' })
  })
})
