import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { inTurn } from '../support/breadth'
import { appointed } from '../duties/story'
import { newActivity } from '../party/story'
import { newMeeting } from '../meetings/story'
import {
  asked,
  built,
  fetched,
  hour,
  inFull,
  later,
  liulin,
  made,
  masked,
  one,
  pinganli,
  stored,
  swept,
} from './story'

let cloud: TestCloud
let chen: Caller
let zhao: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, zhao] = [await cloud.staff('chen'), await cloud.staff('zhao')]
})
afterEach(async () => {
  cloud.faults.clear()
  // A story does not hang on how many workbooks the others asked for on the same day.
  await cloud.engine.remove('exports', { _id: { $exists: true } }, true)
})

const files = () => {
  const folder = join(cloud.directory, 'storage')
  const all = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : []
  return all.filter((name) => /exports.*u_[\w-]{22}/.test(name))
}

describe('[P5] who may not export', () => {
  test('a resident, a visitor and staff who do not work in the community’s office', async () => {
    const input = { requestId: newRequestId(), communityId: pinganli, what: masked }
    for (const persona of ['zhang', 'visitor', 'sun', 'zhou', 'guo', 'qian'])
      expect(await (await cloud.resident(persona)).call('exports.ask', input)).toMatchObject({
        code: 'FORBIDDEN',
      })
    expect(await cloud.guest().call('exports.ask', input)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await zhao.call('exports.ask', input)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a meeting and an activity of another community are not found, as one that does not exist', async () => {
    const { id: meetingId } = await newMeeting(zhao, { communityId: liulin })
    const { id: activityId } = await newActivity(zhao, { communityId: liulin })
    for (const what of [
      { kind: 'signUps', meetingId },
      { kind: 'signUps', meetingId: `t_${'a'.repeat(22)}` },
      { kind: 'participations', activityId },
      { kind: 'participations', activityId: `v_${'a'.repeat(22)}` },
    ] as const)
      expect(
        await chen.call('exports.ask', { requestId: newRequestId(), communityId: pinganli, what }),
      ).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a colleague of the same office gets neither the workbook nor its steps', async () => {
    const { who: colleague } = await appointed(cloud, await cloud.staff('qian'), { role: 'community_worker' })
    const mine = await made(chen, masked)
    for (const action of ['exports.build', 'exports.handOut'] as const)
      expect(await colleague.call(action, one(mine))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await colleague.get('exports.list', { communityId: pinganli })).exports).toEqual([])
    expect(await zhao.call('exports.handOut', one(mine, liulin))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await chen.call('exports.handOut', one(mine, liulin))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('nobody any more once the duty is over, with the workbook ready', async () => {
    const qian = await cloud.staff('qian')
    const { who, dutyId } = await appointed(cloud, qian, { role: 'community_worker' })
    const ready = await made(who, masked)
    await qian.get('duties.revoke', { requestId: newRequestId(), dutyId, reason: '调走了' })
    expect(await who.call('exports.handOut', one(ready))).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('[P5] what cannot be exported', () => {
  test.each([
    ['days that end before they begin', '2026-11-10', '2026-11-09'],
    ['more than a year', '2025-01-01', '2026-06-01'],
  ])('%s', async (_what, from, to) => {
    const what = { kind: 'cases', from, to, state: 'all', unmaskedBecause: null } as const
    expect(
      await chen.call('exports.ask', { requestId: newRequestId(), communityId: pinganli, what }),
    ).toMatchObject({ code: 'INVALID_INPUT', detail: 'what.to' })
  })

  test('numbers in full without a reason, and kinds that have no full form', async () => {
    for (const what of [
      { kind: 'households', unmaskedBecause: '' },
      { kind: 'households' },
      { kind: 'items', unmaskedBecause: '要用' },
      { kind: 'participations', activityId: `v_${'a'.repeat(22)}`, unmaskedBecause: '要用' },
    ])
      expect(
        await chen.send('exports.ask', { requestId: newRequestId(), communityId: pinganli, what }),
      ).toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('a workbook that is not made yet', async () => {
    expect(await chen.call('exports.handOut', one(await asked(chen)))).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('[P5] an export', () => {
  test('is asked for, made, fetched, and leaves an audit row of each', async () => {
    const begun = await asked(chen, inFull)
    expect(begun).toMatchObject({ state: 'asked', isUnmasked: true, rows: 0 })
    const ready = await built(chen, begun)
    expect(ready).toMatchObject({ state: 'ready', isCut: false })
    expect(ready.done).toBe(ready.of)
    expect(ready.rows).toBeGreaterThan(5)
    const { fileName, about } = await fetched(chen, ready)
    expect(fileName).toBe('居民花名册.xlsx')
    expect(about).toMatchObject({ 社区: '平安里社区', 导出人: '陈晓梅', 行数: ready.rows })
    const rows = await stored<{ action: string; after: object }>(cloud, 'audits', { document: begun.id })
    expect(rows.map(({ action }) => action).sort()).toEqual(['exports.build', 'exports.handOut'])
    expect(rows.find(({ action }) => action === 'exports.build')?.after).toMatchObject({
      what: inFull,
      fields: ['楼栋', '单元', '房号', '姓名', '手机', '备注'],
      rows: ready.rows,
      isUnmasked: true,
    })
    const [{ timeline = [] } = {}] = await stored<{ timeline: Array<{ event: string }> }>(cloud, 'exports', {
      _id: begun.id,
    })
    expect(timeline.map(({ event }) => event)).toEqual(['ask', 'build', 'finish', 'fetch'])
    expect(await stored(cloud, 'export_parts', { exportId: begun.id })).toEqual([])
  })

  test('is asked for once, however often the request comes', async () => {
    const input = { requestId: newRequestId(), communityId: pinganli, what: masked }
    const replies = await Promise.all(Array.from({ length: 8 }, () => chen.call('exports.ask', input)))
    expect(new Set(replies.map((reply) => (reply.ok ? reply.data.id : reply.code))).size).toBe(1)
    expect(await chen.call('exports.ask', { ...input, what: inFull })).toMatchObject({ code: 'CONFLICT' })
  })

  test('is made once, when two windows go on with it', async () => {
    const begun = await asked(chen, masked)
    await Promise.all(Array.from({ length: 4 }, () => chen.call('exports.build', one(begun))))
    expect(await built(chen, begun)).toMatchObject({ state: 'ready' })
    expect(files().filter((name) => name.includes(begun.id))).toHaveLength(1)
    expect(await stored(cloud, 'audits', { document: begun.id })).toHaveLength(1)
  })

  test('goes on where it was, after its instance died anywhere', async () => {
    const before = (await fetched(chen, await made(chen, masked))).rows
    for (const nth of inTurn([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 4)) {
      const begun = await asked(chen, masked)
      cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'exports', nth, times: 1 }] })
      await chen.call('exports.build', one(begun)).catch(() => null)
      later(cloud, 40_000)
      expect(await built(chen, begun)).toMatchObject({ state: 'ready' })
      expect((await fetched(chen, begun)).rows).toEqual(before)
      expect(await stored(cloud, 'audits', { document: begun.id })).toHaveLength(2)
      cloud.faults.clear()
    }
  })

  test('is given up when its steps break again and again', async () => {
    const begun = await asked(chen, masked)
    for (let step = 0; step < 5; step += 1) {
      cloud.faults.set({
        clockSkewMs: { exports: step * 40_000 },
        rules: [{ kind: 'errorBefore', functionName: 'exports', nth: 4, times: 1 }],
      })
      expect(await chen.call('exports.build', one(begun))).toMatchObject({ ok: false })
    }
    later(cloud, 10 * 40_000)
    expect(await chen.get('exports.build', one(begun))).toMatchObject({ state: 'failed' })
    expect(await chen.call('exports.build', one(begun))).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('[P5] what is kept of it', () => {
  test('a link works for five minutes, and the workbook is gone after a day', async () => {
    const ready = await made(chen, masked)
    const { url } = await chen.get('exports.handOut', one(ready))
    expect((await fetch(url)).status).toBe(200)
    expect(files().some((name) => name.includes(ready.id))).toBe(true)
    later(cloud, 23 * hour)
    await swept(cloud)
    expect(await chen.call('exports.handOut', one(ready))).toMatchObject({ ok: true })
    later(cloud, 25 * hour)
    expect(await chen.call('exports.handOut', one(ready))).toMatchObject({ code: 'WRONG_STATE' })
    const [first, second] = await Promise.all([swept(cloud), swept(cloud)])
    expect(first.removed + second.removed).toBeGreaterThan(0)
    expect(files().filter((name) => name.includes(ready.id))).toEqual([])
    expect((await fetch(url)).status).not.toBe(200)
    expect(await swept(cloud)).toEqual({ removed: 0, more: false })
    const { exports } = await chen.get('exports.list', { communityId: pinganli })
    expect(exports.find(({ id }) => id === ready.id)).toMatchObject({ state: 'expired', keptUntil: null })
  })

  test('rows that were read and never made into a workbook go as well', async () => {
    const begun = await asked(chen, masked)
    cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'exports', nth: 6, times: 1 }] })
    await chen.call('exports.build', one(begun)).catch(() => null)
    expect(await stored(cloud, 'export_parts', { exportId: begun.id })).not.toEqual([])
    later(cloud, 25 * hour)
    await swept(cloud)
    expect(await stored(cloud, 'export_parts', { exportId: begun.id })).toEqual([])
  })

  test('one is handed out twenty times, and nobody asks for more than thirty a day', async () => {
    const ready = await made(chen, { kind: 'items' })
    for (let times = 0; times < 20; times += 1) await chen.get('exports.handOut', one(ready))
    expect(await chen.call('exports.handOut', one(ready))).toMatchObject({ code: 'EXPORT_LIMIT' })
    const many = await Promise.all(
      Array.from({ length: 40 }, () =>
        zhao.call('exports.ask', {
          requestId: newRequestId(),
          communityId: liulin,
          what: { kind: 'items' },
        }),
      ),
    )
    const codes = many.map((reply) => (reply.ok ? 'ok' : reply.code))
    expect(codes.filter((code) => code === 'ok').length).toBeLessThanOrEqual(30)
    expect(codes.every((code) => ['ok', 'EXPORT_LIMIT', 'CONFLICT'].includes(code))).toBe(true)
    expect(await stored(cloud, 'exports', { communityId: liulin })).toHaveLength(
      codes.filter((code) => code === 'ok').length,
    )
  })
})
