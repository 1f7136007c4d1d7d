import {
  accepted,
  changing,
  handlerIds,
  reply,
  storedCase,
  submitted,
  type StoredCase,
} from '../affairs/story'
import { fromNow, hour, liulin, newMeeting, pinganli, signedUp } from '../meetings/story'
import { newItem, redeemed } from '../points/story'
import { applied } from '../party/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

const work = (who: Caller, communityId = pinganli) => who.get('home.work', { communityId })
const calls = () => cloud.stats.lastCall('home')?.databaseCalls ?? 99

describe('[A2] 工作 is refused', () => {
  it('to those without a duty, and to a worker of another community', async () => {
    const others = [cloud.guest(), await cloud.resident('li'), await cloud.staff('zhao')]
    const codes = []
    for (const who of others) {
      const answer = await who.call('home.work', { communityId: pinganli })
      codes.push(answer.ok ? 'ok' : answer.code)
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'])
  })
})

describe("[A2] 工作 for a community's worker", () => {
  it('begins with what is due soonest, the same first cases and counts as the queue', async () => {
    const { queue } = await work(chen)
    const full = await chen.get('affairs.queue', { communityId: pinganli, view: 'todo' })
    expect(queue?.counts).toEqual(full.counts)
    expect(queue?.cases.map(({ id }) => id)).toEqual(full.cases.slice(0, 5).map(({ id }) => id))
    const days = queue?.cases.map(({ dueOn }) => dueOn)
    expect(days).toEqual([...(days ?? [])].sort())
    expect(queue?.communities).toEqual([{ id: pinganli, name: '平安里社区' }])
  })

  it('lets a new case be accepted from its row, and then answered', async () => {
    const kase = await submitted(await cloud.resident('wang'), { category: 'safety' })
    const rowOf = async () => (await work(chen)).queue?.cases.find(({ id }) => id === kase.id)
    const row = await rowOf()
    expect(row).toMatchObject({ may: ['accept'], version: 1 })
    await chen.get('affairs.accept', changing(kase, row?.version ?? 0))
    expect(await rowOf()).toMatchObject({ may: ['answer'], version: 2 })
    await chen.get('affairs.answer', { ...changing(kase, 2), ...reply })
    expect(await rowOf()).toBeUndefined()
  })

  it("counts what waits at the counter, and shows today's meetings with who comes", async () => {
    const before = (await work(chen)).goods
    const item = await newItem(chen, { costPoints: 1 })
    const [one] = await cloud.residents(1, 10)
    await redeemed(one!, item.id, 2)
    const times = { startsAt: fromNow(-hour / 2), endsAt: fromNow(hour / 2), signUpUntil: fromNow(hour / 3) }
    const { id } = await newMeeting(chen, { title: '现在的会', ...times })
    await signedUp(one!, id)
    await cloud.timer('buildBoards')
    const { goods, meetingsToday, ledgers, waitingApplications } = await work(chen)
    expect(goods).toMatchObject({
      waiting: (before?.waiting ?? 0) + 2,
      items: (before?.items ?? 0) + 1,
    })
    expect(meetingsToday).toContainEqual(expect.objectContaining({ id, seatsTaken: 1, capacity: 2 }))
    expect(ledgers).toMatchObject([{ community: { id: pinganli }, frozen: false }])
    // 王芳 of the demo.
    expect(waitingApplications).toBe(1)
  })

  it('says how many wait to be verified for the double registration, and one less once one is', async () => {
    const [first, second] = await cloud.residents(2, 0)
    const { id: registrationId } = await applied(first!)
    await applied(second!)
    await cloud.timer('buildBoards')
    expect((await work(chen)).waitingApplications).toBe(3)
    await chen.get('party.verify', { requestId: newRequestId(), registrationId })
    await cloud.timer('buildBoards')
    expect((await work(chen)).waitingApplications).toBe(2)
  })

  it('costs nine round trips', async () => {
    await work(chen)
    expect(calls()).toBeLessThanOrEqual(9)
  })

  it('counts what is due today in full, however much is overdue', async () => {
    const [reporter] = await cloud.residents(1, 0)
    const template = await storedCase(cloud, (await submitted(reporter!)).id)
    const china = (days: number) =>
      new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
    const copy = (n: number, dueOn: string): StoredCase => ({
      ...template,
      _id: `c_${String(n).padStart(22, '0')}`,
      number: `261121-n${n}`,
      daySlot: `slot ${n}`,
      state: 'accepted',
      dueOn,
      queueKey: `${dueOn}:2026-11-21T00:00:00.000Z:${n}`,
    })
    const { counts: before } = (await work(chen)).queue!
    const overdue = Array.from({ length: 220 }, (_, n) => copy(n, china(-3)))
    const today = Array.from({ length: 40 }, (_, n) => copy(1000 + n, china(0)))
    await cloud.engine.insert('cases', [...overdue, ...today] as never)
    const { counts } = (await work(chen)).queue!
    expect(counts).toMatchObject({ overdue: 99, dueToday: before.dueToday + 40 })
    const full = await chen.get('affairs.queue', { communityId: pinganli, view: 'todo' })
    expect(full.counts).toEqual(counts)
  })
})

describe('[A4] 工作 for the others', () => {
  it('shows a handler what was dispatched to him, and nothing of goods and ledger', async () => {
    const guo = await cloud.staff('guo')
    const kase = await submitted(await cloud.resident('li'), { category: 'noise' })
    await accepted(chen, kase)
    const { 郭建军: handlerId = '' } = await handlerIds(chen)
    await chen.get('affairs.dispatch', { ...changing(kase, 2), handlerId, note: '' })
    const shown = await work(guo)
    expect(calls()).toBeLessThanOrEqual(4)
    expect(shown).toMatchObject({ goods: null, ledgers: [], meetingsToday: null, waitingApplications: null })
    expect(shown.queue?.cases.map(({ id }) => id)).toContain(kase.id)
    expect(shown.queue?.cases.every(({ may }) => may.includes('answer'))).toBe(true)
  })

  it("shows the street what came up to it from all of its communities, with each one's ledger", async () => {
    const zhou = await cloud.staff('zhou')
    const kase = await submitted(await cloud.resident('liu'), {
      communityId: liulin,
      place: { compound: (await compoundOf(liulin)).name, building: null, note: '' },
    })
    const escalating = { ...changing(kase, 1), reason: '涉及主管道' }
    await (await cloud.staff('zhao')).get('affairs.escalate', escalating)
    const { queue, ledgers, goods } = await work(zhou)
    expect(calls()).toBeLessThanOrEqual(9)
    expect(goods).toBeNull()
    expect(queue?.cases).toContainEqual(expect.objectContaining({ id: kase.id, communityId: liulin }))
    expect(new Set(queue?.cases.map(({ communityId }) => communityId))).toEqual(new Set([liulin, pinganli]))
    const ids = queue?.communities.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([liulin, pinganli]))
    expect(ledgers.map(({ community }) => community.id)).toEqual(ids)
  })

  it('gives one who only hands goods over no queue', async () => {
    expect(await work(await cloud.staff('sun'))).toMatchObject({ queue: null, goods: null, ledgers: [] })
  })
})

const compoundOf = async (communityId: string) =>
  (await cloud.guest().get('affairs.form', { communityId })).compounds[0]!
