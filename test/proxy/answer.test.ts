import { submission } from '../affairs/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { erase, runOut } from '../privacy/story'
import {
  change,
  confirm,
  day,
  elders,
  end,
  idOf,
  messagesOf,
  minute,
  object,
  pinganli,
  proxyOf,
  records,
  settle,
  started,
} from './story'

let cloud: TestCloud
let chen: Caller
let qian: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, qian] = [await cloud.staff('chen'), await cloud.staff('qian')]
})
afterEach(() => cloud.faults.clear())

/** Somebody for whom 陈晓梅 has handed in a case; it is over. */
async function helped() {
  const [elder] = await elders(cloud, 1)
  const proxyId = await started(chen, elder!.memberId)
  const { id: caseId } = await chen.onBehalf(proxyId).get('affairs.submit', submission())
  await end(chen, proxyId)
  return { ...elder!, proxyId, caseId }
}

const objections = async (who: Caller) =>
  (await who.get('proxy.objections', { communityId: pinganli })).objections
const tend = () => cloud.timer('tendProxies')
const at = (ms: number) => cloud.faults.set({ clockSkewMs: { jobs: ms, proxy: ms, inbox: ms } })

describe('[P8] nobody but the resident', () => {
  it('confirms or objects: not the helper, not the secretary, not a neighbour', async () => {
    const { proxyId } = await helped()
    for (const who of [chen, qian, await cloud.resident('li'), await cloud.resident('visitor')]) {
      expect(await confirm(who, proxyId)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await object(who, proxyId)).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await confirm(cloud.guest(), proxyId)).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('confirms while it goes on', async () => {
    const [elder] = await elders(cloud, 1)
    const proxyId = await started(chen, elder!.memberId)
    expect(await confirm(elder!.who, proxyId)).toMatchObject({ code: 'WRONG_STATE' })
    await end(chen, proxyId)
  })
})

describe('[P8] the resident', () => {
  it('reads who, why and what, is told what was done, and confirms once', async () => {
    const { who, proxyId, caseId } = await helped()
    const [record] = await records(who)
    expect(record).toMatchObject({
      ...{ id: proxyId, state: 'ended', as: 'community_worker', helperName: '陈**', why: 'eyes' },
      acts: [{ what: '交诉求', outcome: 'done', kind: 'case', objectId: caseId }],
      may: ['confirm', 'object'],
    })
    const [told] = await messagesOf(who)
    expect(told).toMatchObject({ title: '社区工作者陈**帮你办完了，请确认', target: { kind: 'proxy' } })
    expect(told?.text).toContain('交诉求')
    const input = { requestId: newRequestId(), proxyId }
    expect(await who.get('proxy.confirm', input)).toMatchObject({ state: 'confirmed', may: [] })
    expect(await who.get('proxy.confirm', input)).toMatchObject({ state: 'confirmed' })
    expect(await object(who, proxyId)).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('objects: the secretary is told, answers, and the resident reads it', async () => {
    const { who, proxyId, caseId } = await helped()
    expect(await object(who, proxyId, '没有跟我说过')).toMatchObject({
      ...{ ok: true, data: { state: 'objected', may: [] } },
    })
    expect((await messagesOf(qian))[0]).toMatchObject({ target: { kind: 'proxy_objections', id: pinganli } })
    const [waiting] = (await objections(qian)).filter(({ id }) => id === proxyId)
    expect(waiting).toMatchObject({ objection: '没有跟我说过', maySettle: true, helperName: '陈**' })
    expect(JSON.stringify(waiting)).not.toContain(caseId)
    for (const worker of [chen, await cloud.staff('zhao')])
      expect(await settle(worker, proxyId)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await settle(qian, proxyId, '已向您道歉')).toMatchObject({ data: { state: 'settled' } })
    expect((await records(who))[0]).toMatchObject({ state: 'settled', settlement: '已向您道歉' })
    expect((await messagesOf(who))[0]).toMatchObject({ title: '社区答复了你对代办的意见' })
    expect((await objections(qian)).map(({ id }) => id)).not.toContain(proxyId)
    expect(await settle(qian, proxyId)).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('objects while it goes on: it ends on the spot', async () => {
    const [elder] = await elders(cloud, 1)
    const proxyId = await started(chen, elder!.memberId)
    await object(elder!.who, proxyId)
    expect(await chen.onBehalf(proxyId).call('affairs.mine', {})).toMatchObject({ code: 'PROXY_OVER' })
    expect(await chen.call('proxy.current', {})).toMatchObject({ ok: true, data: { session: null } })
  })

  it('takes an objection along when the account is deleted; those of others are still answered', async () => {
    const [gone, wiped, other] = [await helped(), await helped(), await helped()]
    for (const { who, proxyId } of [gone, wiped, other]) await object(who, proxyId)
    await erase(gone.who)
    await runOut(cloud, 'eraseAccounts')
    // As it was left by those who deleted theirs before.
    await cloud.engine.modify({
      ...{ collection: 'proxies', filter: { _id: wiped.proxyId }, replace: false, upsert: false },
      ...{ multi: false, change: { $set: { residentName: '已注销用户', objection: '' } } },
    })
    const waiting = (await objections(qian)).map(({ id }) => id)
    expect(waiting).toContain(other.proxyId)
    for (const { proxyId } of [gone, wiped]) expect(waiting).not.toContain(proxyId)
    expect(await proxyOf(cloud, gone.proxyId)).toMatchObject({
      ...{ residentName: '某*', householdId: '', objectionKey: null, state: 'lapsed', nextAt: null },
    })
    expect(await settle(qian, other.proxyId)).toMatchObject({ ok: true })
  })

  it('has an objection settled by nobody who was the helper', async () => {
    const qianId = await idOf(cloud, '钱红')
    const [elder] = await elders(cloud, 1)
    const role = { role: 'grid_worker', placeId: pinganli, from: '2026-01-01T00:00:00.000Z', until: null }
    await change(cloud, qianId, { 'appointments.1': role })
    const proxyId = await started(qian, elder!.memberId)
    await object(elder!.who, proxyId)
    expect((await objections(qian)).find(({ id }) => id === proxyId)).toMatchObject({ maySettle: false })
    expect(await settle(qian, proxyId)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await settle(await cloud.staff('zhou'), proxyId)).toMatchObject({ ok: true })
  })
})

describe('[P8] the clock', () => {
  it('ends what runs out, tells the resident, reminds after a week, and closes after a month', async () => {
    const [elder] = await elders(cloud, 1)
    const proxyId = await started(chen, elder!.memberId)
    const titles = async () => (await messagesOf(elder!.who)).map(({ title }) => title)
    await tend()
    expect((await proxyOf(cloud, proxyId)).state).toBe('open')
    at(31 * minute)
    await Promise.all([tend(), tend()])
    expect(await records(elder!.who)).toMatchObject([{ state: 'ended' }])
    expect((await titles()).filter((title) => title.includes('请确认'))).toHaveLength(1)
    at(8 * day)
    await Promise.all([tend(), tend()])
    expect((await titles()).filter((title) => title.includes('还没确认'))).toHaveLength(1)
    at(32 * day)
    await tend()
    expect(await records(elder!.who)).toMatchObject([{ state: 'lapsed', may: ['confirm', 'object'] }])
    expect(await confirm(elder!.who, proxyId)).toMatchObject({ ok: true })
  })
})
