import { submitted } from '../affairs/story'
import { newMeeting, signedUp } from '../meetings/story'
import { bind, codeFor, declare, stranger, waiting } from '../residency/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { day, erase, later, revealing, runOut, stored } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const rows = () => stored<{ actor: string }>(cloud, 'audits', { action: 'privacy.reveal' })
const named = async (who: Caller) => (await submitted(who, { identity: 'named' })).id

/** 吴小雨 of the roster, verified for her own door: the roster has her number. */
async function wu() {
  const who = await stranger(cloud)
  await bind(who, { unit: '2', room: '301' }, await codeFor(chen, '2', '301'), { name: '吴小雨' })
  return who
}

describe('[P7] a name and a phone in full are refused', () => {
  it('to residents, to staff of another community and to those without such a duty', async () => {
    const targetId = await named((await cloud.residents(1, 0))[0]!)
    for (const who of ['li', 'zhou', 'guo', 'sun', 'visitor'])
      expect(await (await cloud.staff(who)).call('privacy.reveal', revealing(targetId))).toMatchObject({
        code: 'FORBIDDEN',
      })
    expect(await (await cloud.staff('zhao')).call('privacy.reveal', revealing(targetId))).toMatchObject({
      code: 'NOT_FOUND',
    })
    const missing = revealing(`c_${'x'.repeat(22)}`)
    expect(await chen.call('privacy.reveal', missing)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of whoever chose to be seen with stars, or not at all', async () => {
    const who = (await cloud.residents(1, 0))[0]!
    for (const identity of ['masked', 'anonymous'] as const) {
      const { id } = await submitted(who, { identity })
      expect(await chen.call('privacy.reveal', revealing(id))).toMatchObject({ code: 'NOT_SHOWN' })
    }
    expect((await who.get('privacy.home', {})).seen).toEqual([])
  })

  it('without a reason in words', async () => {
    const targetId = await named((await cloud.residents(1, 0))[0]!)
    expect(await chen.send('privacy.reveal', { ...revealing(targetId), words: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: 'words',
    })
  })

  it('after fifty on one day; the next day there are fifty again', async () => {
    const qian = await cloud.staff('qian')
    const targetId = await named((await cloud.residents(1, 0))[0]!)
    const replies = await Promise.all(
      Array.from({ length: 60 }, () => qian.call('privacy.reveal', revealing(targetId))),
    )
    const codes = replies.flatMap((reply) => (reply.ok ? [] : [reply.code]))
    let shown = replies.length - codes.length
    for (let time = 0; time < 60 && shown < 50; time += 1)
      shown += Number((await qian.call('privacy.reveal', revealing(targetId))).ok)
    expect(shown).toBe(50)
    expect(await qian.call('privacy.reveal', revealing(targetId))).toMatchObject({ code: 'REVEALED_ENOUGH' })
    later(cloud, day)
    expect(await qian.call('privacy.reveal', revealing(targetId))).toMatchObject({ data: { left: 49 } })
  })
})

describe('[P7] staff see a name and a phone in full', () => {
  it('of a case whose reporter gave the name; the person reads who, when and why, and no name', async () => {
    const who = await wu()
    const targetId = await named(who)
    const input = revealing(targetId)
    for (let time = 0; time < 3; time += 1)
      expect(await chen.get('privacy.reveal', input)).toMatchObject({ name: '吴小雨', phone: '13200000021' })
    const { seen } = await who.get('privacy.home', {})
    expect(seen).toMatchObject([
      {
        ...{ role: 'community_worker', placeName: '平安里社区', kind: 'case' },
        ...{ reason: 'call_back', words: '约上门时间' },
      },
    ])
    expect(JSON.stringify(seen)).not.toContain('陈晓梅')
    expect((await rows()).length).toBeGreaterThan(0)
  })

  it('of one who asks to be verified, as long as they wait', async () => {
    const who = await stranger(cloud)
    await declare(who, { name: '罗小明', phone: '13900000007' })
    const { id } = (await waiting(chen)).find(({ name }) => name === '罗小明')!
    const asked = () => revealing(id, { kind: 'residency', reason: 'verify' })
    expect(await chen.get('privacy.reveal', asked())).toMatchObject({ name: '罗小明', phone: '13900000007' })
    expect(JSON.stringify(await stored(cloud, 'residencies', {}))).not.toContain('13900000007')
    await chen.get('residency.refuse', { requestId: newRequestId(), residencyId: id, reason: '查无此人' })
    expect(await chen.call('privacy.reveal', asked())).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of one who has signed up for a meeting; of a guest there is nothing more', async () => {
    const meeting = await newMeeting(chen)
    const li = await cloud.resident('li')
    const { id } = await signedUp(li, meeting.id)
    expect(await chen.get('privacy.reveal', revealing(id, { kind: 'signUp' }))).toMatchObject({
      name: '李建国',
    })
    expect((await li.get('privacy.home', {})).seen).toMatchObject([{ kind: 'signUp' }])
  })

  it('and nothing once the account was deleted', async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const targetId = await named(who)
    await erase(who)
    expect(await chen.call('privacy.reveal', revealing(targetId))).toMatchObject({ code: 'NOT_SHOWN' })
    await runOut(cloud, 'eraseAccounts')
    expect(await chen.call('privacy.reveal', revealing(targetId))).toMatchObject({ code: 'NOT_SHOWN' })
  })

  it('is shown nothing that was not written down, whatever goes wrong', async () => {
    const targetId = await named((await cloud.residents(1, 0))[0]!)
    for (let nth = 1; nth <= 12; nth += 1) {
      const input = revealing(targetId)
      cloud.faults.set({ rules: [{ kind: 'errorAfter', nth, times: 1 }] })
      const reply = await chen.call('privacy.reveal', input).catch(() => null)
      cloud.faults.clear()
      const before = (await stored(cloud, 'audits', { action: 'privacy.reveal', document: targetId })).length
      expect(await chen.get('privacy.reveal', input)).toMatchObject({ name: expect.any(String) })
      const after = (await stored(cloud, 'audits', { action: 'privacy.reveal', document: targetId })).length
      if (reply?.ok) expect(after).toBe(before)
      expect(after).toBe(nth)
    }
  })
})
