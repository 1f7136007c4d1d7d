import { accepted, answered, storedCase, submitted } from '../affairs/story'
import { newMeeting, signedUp, type StaffMeeting } from '../meetings/story'
import { applied, join, newActivity, verify as verifyMember } from '../party/story'
import { newItem, reconcile, redeemed } from '../points/story'
import { bind, codeFor, declare, stranger } from '../residency/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { collections } from '../../config/collections'
import { day, erase, pinganli, readyCopy, runOut, stored } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const planted = { name: '覃雪见', phone: '13987651234', masked: '139****1234', branch: '蓝鲸第九支部' }

const rooms = ['102', '201', '202', '301', '302', '401'].values()

/** Somebody with something in every part of the product. */
async function fullLife(meeting: StaffMeeting) {
  const who = await stranger(cloud)
  await declare(who, { name: planted.name, phone: planted.phone })
  await who.get('residency.withdraw', { requestId: newRequestId() })
  const room = String(rooms.next().value)
  await bind(who, { unit: '1', room }, await codeFor(chen, '1', room), { name: planted.name })
  const { id: registrationId } = await who.get('party.apply', {
    ...{ requestId: newRequestId(), branch: planted.branch, phone: planted.phone, consent: 1 },
  })
  await verifyMember(chen, registrationId)
  const [{ _id: memberId }] = (await stored<{ _id: string }>(cloud, 'members', { name: planted.name })) as [
    { _id: string },
  ]
  const kase = await submitted(who, { text: '楼下的井盖松了', identity: 'named' })
  await accepted(chen, kase)
  await signedUp(who, meeting.id)
  const { id: activityId } = await newActivity(chen, {
    startsAt: new Date(Date.now() + day).toISOString(),
    endsAt: new Date(Date.now() + day + 3_600_000).toISOString(),
    capacity: 5,
  })
  await join(who, activityId)
  await who.get('inbox.allow', { requestId: newRequestId(), accepted: ['answer'] })
  return { who, memberId, kase, room, activityId }
}

/** The whole database as text, by collection. */
async function everything(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const collection of Object.keys(collections)) {
    let [text, after, page] = ['', '', [] as { _id: string }[]]
    do {
      const filter = { _id: { $gt: after } }
      page = await cloud.engine.find({ collection, filter, sort: [['_id', 1]], limit: 1000 })
      text += JSON.stringify(page)
      after = page[page.length - 1]?._id ?? ''
    } while (page.length === 1000)
    found.set(collection, text)
  }
  return found
}

const holding = (all: Map<string, string>, text: string): string[] =>
  [...all].filter(([, documents]) => documents.includes(text)).map(([name]) => name)

const ledger = async () => {
  const [journals, accounts] = [
    await stored<object>(cloud, 'journals', {}),
    await stored<{ posted: number }>(cloud, 'accounts', {}),
  ]
  return { journals: journals.length, posted: accounts.reduce((sum, { posted }) => sum + posted, 0) }
}

describe('[P7] deleting an account is refused', () => {
  it('to whoever has a duty, or waits for one, and to nobody in particular', async () => {
    for (const who of ['chen', 'qian', 'zhou', 'ma', 'guo', 'lin'])
      expect(await erase(await cloud.staff(who))).toMatchObject({ code: 'DUTY_HELD' })
    expect(await erase(cloud.guest())).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('[P7] whoever deletes an account', () => {
  it('reads before what goes, what stays, and what stands in the way', async () => {
    const meeting = await newMeeting(chen)
    const { who } = await fullLife(meeting)
    expect(await who.get('privacy.beforeErase', {})).toMatchObject({
      ...{ points: 0, redemptions: 0, signUps: 1, cases: 1, registration: true, duties: 0 },
      residence: expect.stringContaining('8 号楼 1 单元'),
    })
    expect(await (await cloud.staff('chen')).get('privacy.beforeErase', {})).toMatchObject({ duties: 1 })
    await erase(who)
    await runOut(cloud, 'eraseAccounts')
  })

  it('leaves no name, phone, branch or sealed openid in any collection; the case keeps its words', async () => {
    const meeting = await newMeeting(chen)
    const { who, kase, memberId, activityId } = await fullLife(meeting)
    await answered(chen, kase, 2)
    await readyCopy(cloud, who)
    const before = await everything()
    expect(holding(before, planted.name)).toEqual(expect.arrayContaining(['members', 'cases']))
    expect(holding(before, planted.branch)).toEqual(['registrations'])
    expect(await erase(who)).toMatchObject({ ok: true })
    await runOut(cloud, 'eraseAccounts')
    const after = await everything()
    for (const text of Object.values(planted)) expect([text, ...holding(after, text)]).toEqual([text])
    expect(await storedCase(cloud, kase.id)).toMatchObject({
      ...{ text: '楼下的井盖松了', reporterName: '已注销用户', reporterPlace: null },
    })
    const rows = (name: string) => stored(cloud, name, { memberId })
    expect(await rows('messages')).toEqual([])
    expect(await rows('message_credits')).toEqual([])
    expect(await rows('data_copies')).toEqual([])
    expect(await rows('consents')).toHaveLength(3)
    expect(await rows('residencies')).toMatchObject([{ building: '', room: '', history: [], state: 'ended' }])
    expect((await chen.get('party.host', { activityId })).counts.joined).toBe(0)
    expect((await chen.get('affairs.show', { caseId: kase.id })).reporterName).toBe('已注销用户')
    expect(await stored(cloud, 'erasures', { memberId })).toMatchObject([{ state: 'done', nextAt: null }])
  })

  it('is somebody new from the next call on, and may begin again', async () => {
    const { who } = await fullLife(await newMeeting(chen))
    const requestId = newRequestId()
    expect(await erase(who, requestId)).toMatchObject({ ok: true })
    // Sent again by somebody who got no answer: the new life stays.
    expect(await erase(who, requestId)).toMatchObject({ ok: true })
    expect(await who.get('community.me', {})).toMatchObject({ name: null, residency: null, duties: [] })
    expect(await who.call('points.overview', {})).toMatchObject({ code: 'FORBIDDEN' })
    expect((await who.get('inbox.messages', {})).messages).toEqual([])
    expect((await who.get('affairs.mine', {})).cases).toEqual([])
    const room = String(rooms.next().value)
    await bind(who, { unit: '1', room }, await codeFor(chen, '1', room), { name: '罗新生' })
    await runOut(cloud, 'eraseAccounts')
    expect(await who.get('community.me', {})).toMatchObject({ name: '罗新生' })
    expect(await who.get('points.overview', {})).toMatchObject({ available: 0 })
    const { residence, history } = await who.get('residency.home', {})
    expect([residence?.room, history]).toEqual([room, []])
    // And again: a second account goes as the first did.
    expect(await erase(who)).toMatchObject({ ok: true })
    await runOut(cloud, 'eraseAccounts')
    expect(await who.get('community.me', {})).toMatchObject({ name: null })
  })

  it('gets back what was redeemed, and the ledger stays as it was and proves clean', async () => {
    const who = (await cloud.residents(1, 120))[0]!
    const item = await newItem(chen, { stock: 3 })
    await redeemed(who, item.id, 2)
    const before = await ledger()
    await erase(who)
    await runOut(cloud, 'eraseAccounts')
    const after = await ledger()
    expect([after.journals - before.journals, after.posted - before.posted]).toEqual([1, 20])
    const shelf = await chen.get('points.staffItems', { communityId: pinganli })
    expect(shelf.items.find(({ id }) => id === item.id)).toMatchObject({ left: 3, reserved: 0 })
    expect(await reconcile(cloud)).toMatchObject({ finished: true, differences: [] })
    const [redemption] = await stored<{ memberName: string }>(cloud, 'redemptions', { itemId: item.id })
    expect(redemption).toMatchObject({ memberName: '某*', memberPlace: '', state: 'cancelled' })
  })

  it('gives the seat to the first who waits', async () => {
    const meeting = await newMeeting(chen, { capacity: 1 })
    const { who } = await fullLife(meeting)
    const next = (await cloud.residents(1, 0))[0]!
    expect(await signedUp(next, meeting.id)).toMatchObject({ state: 'waiting' })
    await erase(who)
    await runOut(cloud, 'eraseAccounts')
    expect((await next.get('meetings.meeting', { meetingId: meeting.id })).mine).toBe('offered')
  })

  it('is told nothing any more, and nothing new is kept of them', async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const kase = await submitted(who)
    await erase(who)
    await runOut(cloud, 'eraseAccounts')
    const count = (await stored(cloud, 'messages', {})).length
    await answered(chen, await accepted(chen, kase), 2)
    expect(await stored(cloud, 'messages', {})).toHaveLength(count)
  })

  it('goes wholly, whatever goes wrong on the way and however many timers run', async () => {
    const { who, memberId } = await fullLife(await newMeeting(chen))
    await erase(who)
    let skew = 0
    for (let nth = 1; nth <= 120; nth += 17)
      for (const kind of ['errorAfter', 'errorBefore'] as const) {
        cloud.faults.set({ rules: [{ kind, nth, times: 1 }], clockSkewMs: { jobs: (skew += 7_200_000) } })
        await Promise.all([1, 2].map(() => cloud.timer('eraseAccounts').catch(() => null)))
      }
    cloud.faults.set({ clockSkewMs: { jobs: skew + 7_200_000 } })
    await runOut(cloud, 'eraseAccounts')
    const all = await everything()
    for (const text of Object.values(planted)) expect([text, ...holding(all, text)]).toEqual([text])
    expect(await stored(cloud, 'erasures', { memberId })).toMatchObject([{ state: 'done' }])
    cloud.faults.clear()
    expect(await reconcile(cloud)).toMatchObject({ differences: [] })
  })
})

it('[P7] an application that was never decided goes with the account', async () => {
  const who = (await cloud.residents(1, 0))[0]!
  const { id } = await applied(who)
  await erase(who)
  await runOut(cloud, 'eraseAccounts')
  expect(await stored(cloud, 'registrations', { _id: id })).toMatchObject([
    { state: 'withdrawn', branch: '', phone: null },
  ])
})
