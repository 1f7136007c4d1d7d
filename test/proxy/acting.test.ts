import { mineIn, newMeeting } from '../meetings/story'
import { newItem, redeemed, verify } from '../points/story'
import { accepted, answered, changing, handlerIds, submission, submitted } from '../affairs/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  change,
  elders,
  end,
  idOf,
  messagesOf,
  minute,
  proxyOf,
  records,
  started,
  starting,
  stored,
} from './story'

let cloud: TestCloud
let chen: Caller
let guo: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, guo] = [await cloud.staff('chen'), await cloud.staff('guo')]
})
afterEach(async () => {
  cloud.faults.clear()
  for (const helper of [chen, guo]) {
    const { session } = await helper.get('proxy.current', {})
    if (session) await end(helper, session.id)
  }
})

/** 陈晓梅 acts for somebody new. */
async function acting(helper = chen) {
  const [elder] = await elders(cloud, 1)
  const proxyId = await started(helper, elder!.memberId)
  return { ...elder!, proxyId, helper: helper.onBehalf(proxyId) }
}

describe('[P8] a call on behalf of somebody is refused', () => {
  it('with an id that is none, without a log-in, and for what is not done for others', async () => {
    const { helper, proxyId } = await acting()
    for (const id of ['', 7, null, {}, [proxyId], 'y_short'])
      expect(await chen.onBehalf(id).send('affairs.mine', {})).toMatchObject({
        ...{ ok: false, code: 'INVALID_INPUT', detail: 'onBehalf' },
      })
    expect(await cloud.guest().onBehalf(proxyId).call('home.show', {})).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    for (const [name, input] of [
      ['community.me', {}],
      ['inbox.messages', {}],
      ['residency.home', {}],
      ['party.registration', {}],
      ['points.pickupCode', { redemptionId: `r_${'a'.repeat(22)}` }],
      ['proxy.records', {}],
      ['proxy.current', {}],
    ] as const)
      expect(await helper.send(name, input)).toMatchObject({ ok: false, code: 'PROXY_CLOSED' })
  })

  it('with a 代办 that is another helper’s, or nobody’s', async () => {
    const { proxyId } = await acting()
    const nobodys = `y_${'a'.repeat(22)}`
    for (const who of [guo.onBehalf(proxyId), chen.onBehalf(nobodys)])
      expect(await who.call('affairs.mine', {})).toMatchObject({ ok: false, code: 'PROXY_OVER' })
  })

  it('after its end, by hand and by the clock', async () => {
    const first = await acting()
    await end(chen, first.proxyId)
    expect(await first.helper.call('points.overview', {})).toMatchObject({ code: 'PROXY_OVER' })
    const second = await acting()
    cloud.faults.set({ clockSkewMs: { points: 30 * minute } })
    expect(await second.helper.call('points.overview', {})).toMatchObject({ code: 'PROXY_OVER' })
  })

  it('as soon as the duty is taken away, or the resident lives elsewhere', async () => {
    const chenId = await idOf(cloud, '陈晓梅')
    const one = await acting()
    await change(cloud, chenId, { 'appointments.0.until': new Date(Date.now() - 1000).toISOString() })
    expect(await one.helper.call('affairs.mine', {})).toMatchObject({ code: 'PROXY_OVER' })
    await change(cloud, chenId, { 'appointments.0.until': null })
    expect(await one.helper.call('affairs.mine', {})).toMatchObject({ code: 'PROXY_OVER' })
    const other = await acting()
    await change(cloud, other.memberId, { 'residency.householdId': 'elsewhere' })
    expect(await other.helper.call('affairs.mine', {})).toMatchObject({ code: 'PROXY_OVER' })
  })

  it('for a case without a name: it would have one for whoever helps', async () => {
    const { helper, who } = await acting()
    expect(await helper.call('affairs.submit', submission({ identity: 'anonymous' }))).toMatchObject({
      ...{ ok: false, code: 'INVALID_INPUT', detail: 'identity' },
    })
    const secret = await submitted(who, { identity: 'anonymous' })
    const plain = await submitted(who, { identity: 'masked' })
    const mine = await helper.get('affairs.mine', {})
    expect(mine.cases.map(({ id }) => id)).toEqual([plain.id])
    expect((await helper.get('home.show', {})).myCases?.count).toBe(1)
    const onSecret = { requestId: newRequestId(), caseId: secret.id }
    expect(await helper.call('affairs.mineShown', { caseId: secret.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await helper.call('affairs.withdraw', onSecret)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('[P8] a helper', () => {
  it('opens a case that is the resident’s, and its timeline says who did it', async () => {
    const { helper, who, proxyId } = await acting()
    const kase = await helper.get('affairs.submit', submission())
    const mine = await who.get('affairs.mineShown', { caseId: kase.id })
    expect(mine.timeline[0]).toMatchObject({ event: 'submit', by: '社区工作者陈** 代办' })
    expect((await proxyOf(cloud, proxyId)).acts).toMatchObject([
      { action: 'affairs.submit', kind: 'case', objectId: kase.id, outcome: 'done' },
    ])
  })

  it('signs up for a meeting, and the row says so', async () => {
    const { helper, who } = await acting()
    const { id } = await newMeeting(chen)
    await helper.get('meetings.signUp', { requestId: newRequestId(), meetingId: id })
    expect((await mineIn(who, id))?.timeline).toMatchObject([{ event: 'signUp', by: '社区工作者陈** 代办' }])
  })

  it('redeems points once however often it is asked; the code is for the resident alone', async () => {
    const { helper, who, proxyId, memberId } = await acting()
    const { id: itemId } = await newItem(chen)
    const input = { requestId: newRequestId(), itemId, quantity: 1 }
    const redemption = await helper.get('points.redeem', input)
    expect(await helper.get('points.redeem', input)).toEqual(redemption)
    expect(redemption).toMatchObject({ redeemedBy: '社区工作者陈** 代办' })
    expect(await helper.call('points.pickupCode', { redemptionId: redemption.id })).toMatchObject({
      code: 'PROXY_CLOSED',
    })
    const told = (await messagesOf(who)).filter(({ target }) => target.kind === 'redemption')
    expect(told).toMatchObject([{ target: { id: redemption.id } }])
    expect((await proxyOf(cloud, proxyId)).acts).toHaveLength(1)
    const [journal] = await stored<{ actor: string }>(cloud, 'journals', { _id: `redeem:${redemption.id}` })
    expect(journal?.actor).toBe(await idOf(cloud, '陈晓梅'))
    expect(journal?.actor).not.toBe(memberId)
  })

  it('does not hand out what they redeemed; a colleague does', async () => {
    const { helper, who } = await acting()
    const { id } = await redeemed(helper, (await newItem(chen)).id)
    const { code } = await who.get('points.pickupCode', { redemptionId: id })
    expect(await verify(chen, code!.digits)).toMatchObject({ ok: false, code: 'NOT_ONESELF' })
    expect(await verify(await cloud.staff('sun'), code!.digits)).toMatchObject({ ok: true })
  })

  it('does not say how well they did it themselves; a colleague does, and so does another helper', async () => {
    const one = await acting()
    const { 郭建军: handlerId = '' } = await handlerIds(chen)
    const [own, given] = [await submitted(one.who), await submitted(one.who)]
    await accepted(chen, own)
    await answered(chen, own, 2)
    await chen.get('affairs.dispatch', { ...changing(given, 1), handlerId, note: '' })
    await answered(guo, given, 2)
    const rate = (who: Caller, { id: caseId }: { id: string }, satisfied = true) =>
      who.call('affairs.rate', { requestId: newRequestId(), caseId, satisfied, comment: '' })
    for (const kase of [own, given])
      for (const satisfied of [true, false])
        expect(await rate(one.helper, kase, satisfied)).toMatchObject({ ok: false, code: 'NOT_ONESELF' })
    const shown = await one.helper.get('affairs.mineShown', { caseId: own.id })
    expect(shown).toMatchObject({ state: 'answered', rating: null, may: ['reopen'] })
    await end(chen, one.proxyId)
    const colleague = guo.onBehalf(await started(guo, one.memberId))
    expect(await rate(colleague, given)).toMatchObject({ ok: false, code: 'NOT_ONESELF' })
    expect(await rate(colleague, own)).toMatchObject({ ok: true, data: { state: 'closed' } })
    expect(await rate(one.who, given)).toMatchObject({ ok: true, data: { state: 'closed' } })
  })

  it('has what was refused in the record, as refused', async () => {
    const { helper, proxyId } = await acting()
    const { id: itemId } = await newItem(chen, { costPoints: 90_000 })
    const input = { requestId: newRequestId(), itemId, quantity: 1 }
    expect(await helper.call('points.redeem', input)).toMatchObject({ code: 'INSUFFICIENT_POINTS' })
    expect((await proxyOf(cloud, proxyId)).acts).toMatchObject([{ outcome: 'refused' }])
  })

  it('leaves what was done in the record when the same request comes again with other input', async () => {
    const { helper, who, proxyId } = await acting()
    const [{ id: itemId }, { id: otherId }] = [await newItem(chen), await newItem(chen)]
    const redeeming = { requestId: newRequestId(), itemId, quantity: 1 }
    const { id: redemptionId } = await helper.get('points.redeem', redeeming)
    const submitting = submission()
    const { id: caseId } = await helper.get('affairs.submit', submitting)
    for (const reply of [
      await helper.call('points.redeem', { ...redeeming, itemId: otherId }),
      await helper.call('affairs.submit', { ...submitting, text: '换一句话' }),
    ])
      expect(reply).toMatchObject({ code: 'CONFLICT' })
    const done = [
      { action: 'points.redeem', objectId: redemptionId, outcome: 'done' },
      { action: 'affairs.submit', objectId: caseId, outcome: 'done' },
    ]
    expect((await proxyOf(cloud, proxyId)).acts).toMatchObject(done)
    await end(chen, proxyId)
    expect((await messagesOf(who))[0]?.text).not.toContain('没有办成')
  })

  it('has it as done once a request that was refused at first goes through', async () => {
    const { helper, who, proxyId } = await acting()
    const { id: itemId } = await newItem(chen, { stock: 1 })
    const input = { requestId: newRequestId(), itemId, quantity: 2 }
    expect(await helper.call('points.redeem', input)).toMatchObject({ ok: false })
    expect(await helper.call('points.redeem', { ...input, quantity: 1 })).toMatchObject({ ok: true })
    expect((await proxyOf(cloud, proxyId)).acts).toMatchObject([{ outcome: 'done' }])
    expect((await who.get('points.redemptions', {})).redemptions).toHaveLength(1)
  })

  it('sees neither the services of the statement nor an activity of 双报到 nor messages', async () => {
    await cloud.members(1, 300)
    const memberId = (
      await stored<{ _id: string }>(cloud, 'members', { 'registration.communityId': { $ne: null } })
    ).at(-1)!._id
    const proxyId = await started(chen, memberId)
    const helper = chen.onBehalf(proxyId)
    const { entries } = (await helper.get('points.overview', {})).statement
    expect(new Set(entries.map(({ reason }) => reason.title))).toEqual(new Set(['社区服务']))
    expect(await helper.get('home.show', {})).toMatchObject({ unread: 0, nextActivity: null })
  })

  it('costs one round trip more to look, two more to do, and nobody else any', async () => {
    const { helper, who } = await acting()
    await who.get('affairs.mine', {})
    const plain = cloud.stats.lastCall('affairs')?.databaseCalls ?? 0
    await helper.get('affairs.mine', {})
    expect(cloud.stats.lastCall('affairs')?.databaseCalls).toBe(plain + 1)
    await who.get('affairs.submit', submission())
    const own = cloud.stats.lastCall('affairs')?.databaseCalls ?? 0
    await helper.get('affairs.submit', submission())
    expect(cloud.stats.lastCall('affairs')?.databaseCalls).toBe(own + 2)
  })

  it('loses no act to another of the same moment', async () => {
    const { helper, proxyId, who } = await acting()
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => helper.call('affairs.submit', submission())),
    )
    const done = replies.filter(({ ok }) => ok).length
    const { acts } = await proxyOf(cloud, proxyId)
    expect(acts.filter(({ outcome }) => outcome === 'done')).toHaveLength(done)
    expect((await who.get('affairs.mine', {})).cases).toHaveLength(done)
  })
})

describe('[P8] it begins', () => {
  it('not for oneself, not for a stranger to the duty, and one at a time', async () => {
    const chenId = await idOf(cloud, '陈晓梅')
    expect(await chen.call('proxy.start', starting(chenId))).toMatchObject({ code: 'NOT_ONESELF' })
    const liu = await idOf(cloud, '刘秀英')
    for (const [who, as] of [
      [chen, 'staff'],
      [chen, 'family'],
      [await cloud.staff('sun'), 'staff'],
      [await cloud.resident('li'), 'family'],
      [await cloud.staff('ma'), 'staff'],
    ] as const)
      expect(await who.call('proxy.start', starting(liu, { as }))).toMatchObject({ code: 'NOT_FOUND' })
    await acting()
    const [other] = await elders(cloud, 1)
    expect(await chen.call('proxy.start', starting(other!.memberId))).toMatchObject({ code: 'PROXY_RUNNING' })
  })

  it('once for one request, and the resident is told at once', async () => {
    const [elder] = await elders(cloud, 1)
    const input = starting(elder!.memberId)
    const first = await guo.get('proxy.start', input)
    expect((await guo.get('proxy.start', input)).id).toBe(first.id)
    expect(await records(elder!.who)).toMatchObject([{ id: first.id, state: 'open', helperName: '郭**' }])
    expect(await messagesOf(elder!.who)).toMatchObject([{ title: '网格员郭**正在帮你办事' }])
    expect((await guo.get('proxy.current', {})).session).toMatchObject({ id: first.id, name: first.name })
  })

  it('anew once its time is up, without waiting for the timer', async () => {
    const { proxyId } = await acting()
    cloud.faults.set({ clockSkewMs: { proxy: 31 * minute } })
    const [other] = await elders(cloud, 1)
    const next = await chen.get('proxy.start', starting(other!.memberId))
    expect(next.id).not.toBe(proxyId)
    await end(chen, next.id)
  })
})
