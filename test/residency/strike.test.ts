import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { plainRows, workbookOf } from '../imports/workbooks'
import { bind, codeFor, liulin, pinganli, stored, stranger } from './story'

interface Stored {
  persons: { name: string }[]
}

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

const at = (unit: string, room: string) => ({ communityId: pinganli, building: '8', unit, room })

/** 马建业 lives with 马春兰, who is verified for that door. */
const jianye = { ...at('1', '101'), name: '马建业', reason: '去世了' }

const strike = (who: Caller, fields: Partial<typeof jianye> = {}, requestId = newRequestId()) =>
  who.call('residency.strike', { requestId, ...jianye, ...fields })

const rosterOf = async (unit: string, room: string) =>
  (await chen.get('residency.household', at(unit, room))).roster.map(({ name }) => name)

/** Brings a list of people behind doors of 8 号楼 to its end. @returns the import's id */
async function imported(...people: [unit: string, room: string, name: string][]): Promise<string> {
  const rows = people.map(([unit, room, name]) => ['8号楼', unit, room, name, '', ''])
  const { id } = await chen.get('imports.stage', {
    ...{ requestId: newRequestId(), communityId: pinganli, fileName: '花名册.xlsx' },
    contentBase64: (
      await workbookOf(plainRows([['楼栋', '单元', '房号', '姓名', '手机', '备注'], ...rows]))
    ).toString('base64'),
  })
  await chen.get('imports.apply', { communityId: pinganli, importId: id, skipErroneous: false })
  return id
}

describe('[P2] striking somebody off the roster is refused', () => {
  it('to everybody but the workers of that community', async () => {
    for (const persona of ['zhang', 'sun', 'ma', 'zhou', 'guo'])
      expect(await strike(await cloud.staff(persona))).toMatchObject({ code: 'FORBIDDEN' })
    const zhao = await cloud.staff('zhao')
    expect(await strike(zhao)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await strike(zhao, { communityId: liulin })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await rosterOf('1', '101')).toContain('马建业')
  })

  it('for whoever is verified for that door: that is ended first', async () => {
    const who = await stranger(cloud)
    await imported(['2', '401', '罗小明'])
    expect(await bind(who, { unit: '2', room: '401' }, await codeFor(chen, '2', '401'))).toMatchObject({
      ok: true,
    })
    const luo = { ...at('2', '401'), name: '罗小明' }
    expect(await strike(chen, luo)).toMatchObject({ code: 'STILL_RESIDENT' })
    expect(await rosterOf('2', '401')).toContain('罗小明')
    await who.get('residency.moveOut', { requestId: newRequestId() })
    expect(await strike(chen, luo)).toMatchObject({ ok: true })
    expect(await rosterOf('2', '401')).not.toContain('罗小明')
  })

  it('for a door or a name that the roster has not, and without a reason', async () => {
    expect(await strike(chen, { room: '909' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await strike(chen, { name: '马建' })).toMatchObject({ code: 'WRONG_STATE' })
    expect(await strike(chen, { reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT', detail: 'reason' })
  })
})

describe('[P2] whoever is struck off the roster', () => {
  it('is gone from it, once, and the others of the household stay', async () => {
    const requestId = newRequestId()
    const replies = await Promise.all([1, 2, 3].map(() => strike(chen, {}, requestId)))
    for (const reply of replies) expect(reply).toEqual({ ok: true, data: { left: 1 } })
    expect(await strike(chen, {}, requestId)).toEqual(replies[0])
    expect(await strike(chen, { name: '马春兰' }, requestId)).toMatchObject({ code: 'CONFLICT' })
    expect(await rosterOf('1', '101')).toEqual(['马春兰'])
    expect(await strike(chen)).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('stands in the record of what was done, with the reason and a masked name', async () => {
    const [name = ''] = await rosterOf('2', '501')
    await strike(chen, { ...at('2', '501'), name, reason: '搬去女儿家了' })
    const rows = await stored<object>(cloud, 'audits', { document: `${pinganli}:8-2-501` })
    expect(rows.filter((row) => 'action' in row && row.action === 'residency.strike')).toEqual([
      expect.objectContaining({
        before: { persons: 1, name: `${name.charAt(0)}**` },
        after: { persons: 0, reason: '搬去女儿家了' },
      }),
    ])
    expect(JSON.stringify(rows)).not.toContain(name)
  })

  it('leaves the door, even as the last one behind it: it can still get a paper code', async () => {
    const [name = ''] = await rosterOf('2', '502')
    expect(await strike(chen, { ...at('2', '502'), name })).toMatchObject({ data: { left: 0 } })
    expect(await codeFor(chen, '2', '502')).not.toBe('')
    const [household] = await stored<Stored>(cloud, 'households', { _id: `${pinganli}:8-2-502` })
    expect(household?.persons).toEqual([])
  })

  it('comes back with a list that has the name, and the list before cannot be undone any more', async () => {
    const first = await imported(['2', '602', '洪大力'])
    await strike(chen, { ...at('2', '602'), name: '洪大力' })
    const undone = await chen.call('imports.undo', { communityId: pinganli, importId: first })
    expect(undone).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await imported(['2', '602', '洪大力'])
    expect(await rosterOf('2', '602')).toContain('洪大力')
  })
})
