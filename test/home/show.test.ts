import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accepted, answered, submitted } from '../affairs/story'
import { cancel, day, fromNow, hour, liulin, newMeeting, pinganli, signedUp } from '../meetings/story'
import { applied, newActivity } from '../party/story'
import { newItem } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

let cloud: TestCloud
let chen: Caller
let zhao: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, zhao] = [await cloud.staff('chen'), await cloud.staff('zhao')]
})

afterEach(() => cloud.faults.clear())

const home = (who: Caller) => who.get('home.show', {})

/** What a board says is taken as it was read for five seconds. */
const secondsLater = (seconds: number) => cloud.faults.set({ clockSkewMs: { home: seconds * 1000 } })

describe('[M1] the next meeting on the first screen', () => {
  it("is nobody's to sign up for who does not live there", async () => {
    await newMeeting(zhao, {
      communityId: liulin,
      title: '柳林恳谈',
      startsAt: fromNow(day),
      endsAt: fromNow(day + hour),
      signUpUntil: fromNow(day),
    })
    secondsLater(6)
    for (const who of [cloud.guest(), await cloud.resident('visitor'), chen]) {
      const { nextMeeting } = await who.get('home.show', { communityId: liulin })
      expect(nextMeeting).toMatchObject({ title: '柳林恳谈', mine: null, maySignUp: false })
    }
    expect((await home(await cloud.resident('liu'))).nextMeeting).toMatchObject({ maySignUp: true })
  })

  it('is the first that is for where I live, or that I take part in; then that one', async () => {
    const [one] = await cloud.residents(1, 0)
    const far = { kind: 'compound' as const, name: '平安花园', buildings: ['没有这栋'] }
    await newMeeting(chen, {
      title: '别人楼的会',
      startsAt: fromNow(hour),
      endsAt: fromNow(2 * hour),
      signUpUntil: fromNow(hour),
      audience: far,
    })
    const soon = { startsAt: fromNow(3 * hour), endsAt: fromNow(4 * hour), signUpUntil: fromNow(3 * hour) }
    const mine = await newMeeting(chen, { title: '最近的会', ...soon })
    secondsLater(6)
    expect((await home(one!)).nextMeeting).toMatchObject({ id: mine.id, mine: null, maySignUp: true })
    const { id } = await signedUp(one!, mine.id)
    expect((await home(one!)).nextMeeting).toMatchObject({ id: mine.id, mine: 'seated', maySignUp: false })
    await cancel(one!, id)
    expect((await home(one!)).nextMeeting).toMatchObject({ mine: null, maySignUp: true })
    const reason = '停电'
    await chen.get('meetings.callOff', { requestId: newRequestId(), meetingId: mine.id, reason })
    secondsLater(12)
    expect((await home(one!)).nextMeeting?.id).not.toBe(mine.id)
  })

  it('says what most neighbours want to talk about', async () => {
    const { nextMeeting } = await home(await cloud.resident('li'))
    expect(nextMeeting).toMatchObject({
      title: '平安里恳谈日',
      mine: 'seated',
      topTopic: { text: '小区门口早晚停车太乱', supporters: 2 },
    })
  })
})

describe('[A2] what I reported on the first screen', () => {
  it('is not there for a guest, and of nobody else', async () => {
    expect((await home(cloud.guest())).myCases).toBeNull()
    const [one] = await cloud.residents(1, 0)
    expect((await home(one!)).myCases).toEqual({ cases: [], count: 0 })
  })

  it('is the two most urgent: what I am to rate, then what is due soonest; and how many in all', async () => {
    const [one] = await cloud.residents(1, 0)
    const slow = await submitted(one!, { kind: 'suggestion', category: 'other' })
    const quick = await submitted(one!, { category: 'safety' })
    const done = await submitted(one!)
    await accepted(chen, slow)
    await accepted(chen, quick)
    await accepted(chen, done)
    expect((await home(one!)).myCases).toMatchObject({
      count: 3,
      cases: [{ id: quick.id, state: 'accepted' }, { id: done.id }],
    })
    await answered(chen, done, 2)
    expect((await home(one!)).myCases?.cases).toMatchObject([
      { id: done.id, awaitsRating: true, dueOn: null },
      { id: quick.id, awaitsRating: false },
    ])
    await one!.get('affairs.rate', {
      requestId: newRequestId(),
      caseId: done.id,
      satisfied: true,
      comment: '',
    })
    expect((await home(one!)).myCases).toMatchObject({ count: 2, cases: [{ id: quick.id }, { id: slow.id }] })
  })
})

describe('[P9] the board of a community', () => {
  it('shows what is pinned first, and three notices', async () => {
    const { notices } = await home(await cloud.resident('zhang'))
    expect(notices.map(({ kind }) => kind)).toEqual(['publicity', 'notification', 'initiative'])
  })

  it('has what is published on it within seconds, and everything else with the next run of its timer', async () => {
    const item = await newItem(chen, { name: '最便宜', costPoints: 1, stock: 5 })
    secondsLater(6)
    const li = await cloud.resident('li')
    expect((await home(li)).items[0]).toMatchObject({ id: item.id, left: 5 })
    await li.get('points.redeem', { requestId: newRequestId(), itemId: item.id, quantity: 1 })
    secondsLater(12)
    expect((await home(li)).items[0]).toMatchObject({ left: 5 })
    expect(await cloud.timer('buildBoards')).toMatchObject({ ok: true, data: { written: 1 } })
    secondsLater(18)
    expect((await home(li)).items[0]).toMatchObject({ left: 4 })
    // Nothing has changed since: nothing is written.
    expect(await cloud.timer('buildBoards')).toMatchObject({ ok: true, data: { written: 0 } })
  })

  it('that is missing, or that no timer has looked after for long, is built on the spot', async () => {
    await cloud.engine.modify({
      collection: 'boards',
      filter: { _id: pinganli },
      change: { $set: { builtAt: '2026-01-01T00:00:00.000Z', notices: [] } },
      replace: false,
      upsert: false,
      multi: false,
    })
    secondsLater(24)
    expect((await home(await cloud.resident('li'))).notices).toHaveLength(3)
    await cloud.engine.remove('boards', { _id: pinganli }, false)
    secondsLater(30)
    expect((await home(await cloud.resident('li'))).notices).toHaveLength(3)
    expect(await cloud.engine.count('boards', { _id: pinganli })).toBe(1)
  })

  it("holds nothing of anybody: no name, no phone but the office's, no member", async () => {
    const [board] = await cloud.engine.find({ collection: 'boards', filter: { _id: pinganli } })
    expect(JSON.stringify(board)).not.toMatch(/m_[\w-]{22}|张桂兰|李建国/)
  })

  it('[D6] shows what is planned for the party day to the registered, and to nobody else', async () => {
    const [one] = await cloud.residents(1, 0)
    const { id: registrationId } = await applied(one!)
    expect((await home(one!)).nextActivity).toBeNull()
    await chen.get('party.verify', { requestId: newRequestId(), registrationId })
    // The boards above were looked up by a clock that is ahead: what is published is later than that.
    cloud.faults.set({ clockSkewMs: { home: 36_000, party: 36_000 } })
    // What the demo has planned would be sooner at some hours of the day.
    await cloud.engine.remove('activities', { communityId: pinganli }, true)
    const times = { startsAt: fromNow(hour), endsAt: fromNow(3 * hour) }
    const { id } = await newActivity(chen, { title: '清洁楼道', ...times })
    cloud.faults.set({ clockSkewMs: { home: 42_000 } })
    expect((await home(one!)).nextActivity).toEqual({
      id,
      title: '清洁楼道',
      startsAt: times.startsAt,
      venue: '7 号楼门前',
    })
    for (const who of [cloud.guest(), await cloud.resident('wang'), chen])
      expect((await home(who)).nextActivity).toBeNull()
  })
})

describe('[O2] the first screen costs', () => {
  const calls = () => cloud.stats.lastCall('home')?.databaseCalls ?? 99

  it('five round trips warm, for one who has everything on it', async () => {
    const li = await cloud.resident('li')
    const first = await home(li)
    expect(first.resident?.toPickUpCount).toBeGreaterThan(0)
    expect(first.nextMeeting).not.toBeNull()
    await home(li)
    expect(calls()).toBeLessThanOrEqual(5)
  })

  it('a guest two at most, and nobody a walk through what is stored', async () => {
    await cloud.guest().get('home.show', { communityId: pinganli })
    expect(calls()).toBeLessThanOrEqual(2)
    const log = readFileSync(join(cloud.directory, 'logs/functions.log'), 'utf8')
    expect(log).not.toContain('without an index')
  })
})
