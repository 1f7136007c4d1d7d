import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { stored } from '../party/story'
import { plainRows, workbookOf } from './workbooks'

const pinganli = 'wendeng.tianfu.pinganli'

interface Entry {
  _id: string
  name: string
  branch: string
}

let cloud: TestCloud
let chen: Caller
/** What the demo's roster says. */
let atFirst: Entry[]

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  atFirst = await roster()
})

const roster = async () =>
  (await stored<Entry>(cloud, 'branch_roster', { communityId: pinganli })).sort((a, b) =>
    a._id < b._id ? -1 : 1,
  )

const inputOf = (bytes: Buffer) => ({
  requestId: newRequestId(),
  communityId: pinganli,
  fileName: '党员花名册.xlsx',
  contentBase64: bytes.toString('base64'),
})
const sample = (name: string) => inputOf(readFileSync(join(__dirname, '../../samples', name)))
const listed = async (...people: string[][]) =>
  inputOf(await workbookOf(plainRows([['支部', '姓名', '手机'], ...people])))
const place = (importId: string) => ({ communityId: pinganli, importId })
const apply = (importId: string, skipErroneous = false) =>
  chen.call('imports.apply', { ...place(importId), skipErroneous })
/** The first call looks, the next one takes the only batch back. */
const undo = async (importId: string) => {
  const first = await chen.call('imports.undo', place(importId))
  return first.ok ? chen.call('imports.undo', place(importId)) : first
}

describe('[P5] a branch roster', () => {
  it('is refused to all but the community’s workers', async () => {
    for (const persona of ['zhang', 'sun', 'zhou'])
      expect(
        await (await cloud.resident(persona)).call('imports.stage', sample('党员花名册-样例.xlsx')),
      ).toMatchObject({
        code: 'FORBIDDEN',
      })
  })

  it('without a number, a name, a branch or the columns for them is named row by row', async () => {
    const report = await chen.get('imports.stage', sample('党员花名册-有误.xlsx'))
    expect(report).toMatchObject({ kind: 'branchRoster', rows: 7, erroneous: 6 })
    expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, '所在支部', 'REQUIRED'],
      [6, '姓名', 'REQUIRED'],
      [7, '手机号码', 'REQUIRED'],
      [8, '手机号码', 'PHONE_INVALID'],
      [9, '姓名', 'NAME_INVALID'],
      [10, '手机号码', 'DUPLICATE_ROW'],
    ])
    expect(JSON.stringify(report.errors)).not.toMatch(/13800001001|冯玉兰|郑海波/)
    expect(await apply(report.id)).toMatchObject({ code: 'IMPORT_HAS_ERRORS' })
    expect(await roster()).toEqual(atFirst)
  })

  it('is read, applied, and taken back', async () => {
    const staged = await chen.get('imports.stage', sample('党员花名册-样例.xlsx'))
    expect(staged).toMatchObject({
      kind: 'branchRoster',
      rows: 10,
      added: 2,
      unchanged: 8,
      changed: 0,
      erroneous: 0,
    })
    expect(await roster()).toEqual(atFirst)
    expect(await apply(staged.id)).toMatchObject({ data: { state: 'applied' } })
    expect((await roster()).length).toBe(atFirst.length + 2)
    expect(await undo(staged.id)).toMatchObject({ data: { state: 'undone' } })
    expect(await roster()).toEqual(atFirst)
  })

  it('keeps no number anywhere', async () => {
    const staged = await chen.get('imports.stage', await listed(['税务支部', '罗成', '13877771234']))
    await apply(staged.id)
    for (const collection of ['branch_roster', 'import_batches', 'imports'])
      expect(JSON.stringify(await stored(cloud, collection, {}))).not.toContain('13877771234')
    const who = (await cloud.residents(1, 0))[0]!
    const told = { requestId: newRequestId(), branch: '税务支部', phone: '13877771234', consent: 1 as const }
    const { id } = await who.get('party.apply', told)
    const { applications } = await chen.get('party.applications', { communityId: pinganli, view: 'waiting' })
    expect(applications.find((one) => one.id === id)).toMatchObject({
      match: 'name_differs',
      rosterBranch: '税务支部',
    })
  })

  it('changes what it names, and is not taken back past another one', async () => {
    const first = await chen.get('imports.stage', await listed(['审计支部', '罗成', '13877771234']))
    expect(first).toMatchObject({ changed: 1, added: 0 })
    await apply(first.id)
    const second = await chen.get('imports.stage', await listed(['信访支部', '罗成', '13877771234']))
    await apply(second.id)
    expect(await undo(first.id)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await undo(second.id)).toMatchObject({ ok: true })
    expect((await roster()).find(({ name }) => name === '罗成')).toMatchObject({ branch: '审计支部' })
    expect(await undo(first.id)).toMatchObject({ ok: true })
    expect((await roster()).find(({ name }) => name === '罗成')).toMatchObject({ branch: '税务支部' })
  })
})
