import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { stored as storedIn } from '../points/story'
import {
  checkIn,
  checkOut,
  codesOf,
  day,
  expectSound,
  fromNow,
  hour,
  join,
  later,
  leave,
  liulin,
  minute,
  newActivity,
  partOf,
  present,
} from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const someone = async () => (await cloud.members(1))[0]!
const attend = (worker: Caller, participationId: string, requestId = newRequestId()) =>
  worker.call('party.attend', { requestId, participationId, reason: '手机没电' })
const balanceOf = async (who: Caller) => (await who.get('points.overview', {})).available

describe('[D5] checking in is refused', () => {
  it('outside its time', async () => {
    const who = await someone()
    const soon = await newActivity(chen, { startsAt: fromNow(90 * minute), endsAt: fromNow(3 * hour) })
    expect((await chen.get('party.host', { activityId: soon.id })).inSteps).toBeNull()
    later(cloud, 31 * minute)
    const early = await codesOf(chen, soon.id)
    expect(early.out).toBe('')
    cloud.faults.clear()
    // The code of a later moment is none yet, whatever the screen's clock says.
    expect(await checkIn(who, early.in)).toMatchObject({ code: 'CHECK_IN_CODE_OUTDATED' })
    const over = await newActivity(chen, { startsAt: fromNow(-hour), endsAt: fromNow(20_000) })
    const { in: code } = await codesOf(chen, over.id)
    later(cloud, 25_000)
    expect(await checkIn(who, code)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
  })

  it('by a code that is outdated or not yet, and no jump of a clock by an hour opens a hole', async () => {
    const who = await someone()
    const { id } = await newActivity(chen, { startsAt: fromNow(-2 * hour), endsAt: fromNow(3 * hour) })
    const { in: code, out } = await codesOf(chen, id)
    for (const jump of [-hour, -2 * minute, 70_000, hour]) {
      later(cloud, jump)
      expect(await checkIn(who, code)).toMatchObject({ code: 'CHECK_IN_CODE_OUTDATED' })
      expect(await checkOut(who, out)).toMatchObject({ code: 'CHECK_IN_CODE_OUTDATED' })
    }
    expect(await partOf(who, id)).toBeNull()
  })

  it('by the code of going out, of another community, or none at all', async () => {
    const who = await someone()
    const { id } = await newActivity(chen)
    const zhao = await cloud.staff('zhao')
    const elsewhere = await newActivity(zhao, { communityId: liulin })
    for (const code of [
      (await codesOf(chen, id)).out,
      (await codesOf(zhao, elsewhere.id)).in,
      'JL1.none.1.none',
      `in.v_${'x'.repeat(22)}.1.${'x'.repeat(22)}`,
    ])
      expect(await checkIn(who, code)).toMatchObject({ code: 'CHECK_IN_CODE_WRONG' })
    expect(await checkOut(who, (await codesOf(chen, id)).in)).toMatchObject({ code: 'CHECK_IN_CODE_WRONG' })
  })

  it('a second time, also after going out, and when it is called off', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    await present(cloud, chen, who, id, hour)
    expect(await checkIn(who, (await codesOf(chen, id)).in)).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    await checkOut(who, (await codesOf(chen, id)).out)
    expect(await checkIn(who, (await codesOf(chen, id)).in)).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    cloud.faults.clear()
    const off = await newActivity(chen)
    const { in: code } = await codesOf(chen, off.id)
    await chen.get('party.callOff', { requestId: newRequestId(), activityId: off.id, reason: '下雨' })
    expect(await checkIn(who, code)).toMatchObject({ code: 'CALLED_OFF' })
  })

  it('where places are limited and none is left', async () => {
    const { id } = await newActivity(chen, { capacity: 1 })
    const [one, two] = await cloud.members(2)
    await join(one!, id)
    expect(await checkIn(two!, (await codesOf(chen, id)).in)).toMatchObject({ code: 'FULL' })
    expect(await checkIn(one!, (await codesOf(chen, id)).in)).toMatchObject({ data: { mine: 'in' } })
    await expectSound(cloud, id)
  })

  it('the same request with another code, and with an old code for one who has left', async () => {
    const who = await someone()
    const { id } = await newActivity(chen)
    const other = await newActivity(chen)
    const requestId = newRequestId()
    const { in: code } = await codesOf(chen, id)
    expect(await checkIn(who, code, requestId)).toMatchObject({ ok: true })
    const bare = code.split('code=')[1]!
    expect(await checkIn(who, bare, requestId)).toMatchObject({ code: 'CONFLICT' })
    await join(who, other.id)
    const { in: kept } = await codesOf(chen, other.id)
    await leave(who, other.id)
    later(cloud, 70_000)
    expect(await checkIn(who, kept)).toMatchObject({ code: 'CHECK_IN_CODE_OUTDATED' })
  })
})

describe('[D5] going out is refused', () => {
  it('to those who are not in, and a second time', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    const { out } = await codesOf(chen, id)
    expect(await checkOut(who, out)).toMatchObject({ code: 'NOT_CHECKED_IN' })
    await join(who, id)
    expect(await checkOut(who, out)).toMatchObject({ code: 'NOT_CHECKED_IN' })
    await present(cloud, chen, who, id, hour)
    expect(await checkOut(who, (await codesOf(chen, id)).out)).toMatchObject({ ok: true })
    expect(await checkOut(who, (await codesOf(chen, id)).out)).toMatchObject({ code: 'ALREADY_CHECKED_OUT' })
  })

  it('once the time for it is over', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    await present(cloud, chen, who, id, 4 * hour - 20_000)
    const { out } = await codesOf(chen, id)
    later(cloud, 4 * hour)
    expect(await checkOut(who, out)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
    expect((await chen.get('party.host', { activityId: id })).outSteps).toBeNull()
  })
})

describe('[D5] by hand', () => {
  it('is refused to others’ staff, without a reason, outside the time and for one who has come', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    const { participation } = await who.get('party.join', { requestId: newRequestId(), activityId: id })
    const part = participation!.id
    expect(await attend(await cloud.staff('zhao'), part)).toMatchObject({ code: 'NOT_FOUND' })
    const silent = { requestId: newRequestId(), participationId: part, reason: '' }
    expect(await chen.send('party.attend', silent)).toMatchObject({ code: 'INVALID_INPUT', detail: 'reason' })
    later(cloud, 3 * hour)
    expect(await attend(chen, part)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
    cloud.faults.clear()
    const requestId = newRequestId()
    const attended = await attend(chen, part, requestId)
    expect(attended).toMatchObject({ data: { state: 'in', name: expect.stringMatching(/\*/) } })
    expect(await attend(chen, part, requestId)).toEqual(attended)
    expect(await attend(chen, part)).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('[D5] once each', () => {
  it('joining takes six, checking in five, at the door six round trips; going out with points eleven', async () => {
    const { id } = await newActivity(chen, { capacity: 3 })
    const [one, two] = await cloud.members(2)
    await join(one!, id)
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(6)
    const { in: code } = await codesOf(chen, id)
    await checkIn(one!, code)
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(5)
    expect(await checkIn(two!, code)).toMatchObject({ data: { mine: 'in', placesLeft: 1 } })
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(6)
    later(cloud, hour)
    await checkOut(one!, (await codesOf(chen, id)).out)
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(11)
    await expectSound(cloud, id)
  })

  it('forty identical calls at once are one, and each gets the same answer', async () => {
    const { id } = await newActivity(chen, { capacity: 10 })
    const who = await someone()
    const { in: code } = await codesOf(chen, id)
    const requestId = newRequestId()
    const comes = await Promise.all(Array.from({ length: 40 }, () => checkIn(who, code, requestId)))
    expect(new Set(comes.map((reply) => JSON.stringify(reply)))).toEqual(new Set([JSON.stringify(comes[0])]))
    expect(comes[0]).toMatchObject({ data: { mine: 'in', placesLeft: 9 } })
    later(cloud, 2 * hour)
    const { out } = await codesOf(chen, id)
    const leaves = newRequestId()
    const goes = await Promise.all(Array.from({ length: 40 }, () => checkOut(who, out, leaves)))
    expect(new Set(goes.map((reply) => JSON.stringify(reply)))).toEqual(new Set([JSON.stringify(goes[0])]))
    expect(goes[0]).toMatchObject({ data: { participation: { minutes: 119, points: 3 } } })
    cloud.faults.clear()
    expect(await balanceOf(who)).toBe(3)
    await expectSound(cloud, id)
  })

  it('forty different calls at once are one as well', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    const { in: code } = await codesOf(chen, id)
    const comes = await Promise.all(Array.from({ length: 40 }, () => checkIn(who, code)))
    expect(comes.filter(({ ok }) => ok)).toHaveLength(1)
    later(cloud, hour)
    const { out } = await codesOf(chen, id)
    const goes = await Promise.all(Array.from({ length: 40 }, () => checkOut(who, out)))
    expect(goes.filter(({ ok }) => ok)).toHaveLength(1)
    cloud.faults.clear()
    const entries = await storedIn(cloud, 'journals', { _id: `service:${(await partOf(who, id))?.id}` })
    expect(entries).toHaveLength(1)
    await expectSound(cloud, id)
  })

  it('a repeat finds its own effect when the code is outdated by then', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    const requestId = newRequestId()
    const { in: code } = await codesOf(chen, id)
    await checkIn(who, code, requestId)
    later(cloud, 70 * minute)
    expect(await checkIn(who, code, requestId)).toMatchObject({ data: { mine: 'in' } })
    const { out } = await codesOf(chen, id)
    const leaves = newRequestId()
    const done = await checkOut(who, out, leaves)
    later(cloud, 3 * day)
    expect(await checkOut(who, out, leaves)).toMatchObject({ data: { participation: { points: 2 } } })
    expect(done).toMatchObject({ data: { participation: { points: 2 } } })
  })
})

describe('[D5] who forgets to go out', () => {
  it('gets the minimum and is told, once, when the time is over', async () => {
    // Those of the tests before.
    later(cloud, 9 * hour)
    await cloud.timer('closeActivities')
    cloud.faults.clear()
    const { id } = await newActivity(chen)
    const who = await someone()
    await present(cloud, chen, who, id, 4 * hour)
    expect(await cloud.timer('closeActivities')).toMatchObject({ data: { closed: 0 } })
    later(cloud, 4 * hour + 2 * minute)
    const runs = await Promise.all([cloud.timer('closeActivities'), cloud.timer('closeActivities')])
    const closed = runs.map((run) => (run.ok ? run.data.closed : run.code))
    expect(closed.sort()).toEqual([0, 1])
    expect(await cloud.timer('closeActivities')).toMatchObject({ data: { closed: 0 } })
    expect(await partOf(who, id)).toMatchObject({
      minutes: 30,
      points: 1,
      settledBy: 'closeOut',
      checkedOutAt: null,
    })
    const { messages } = await who.get('inbox.messages', {})
    expect(messages[0]).toMatchObject({ title: '服务时长记好了', target: { kind: 'activity', id } })
    cloud.faults.clear()
    expect(await balanceOf(who)).toBe(1)
    await expectSound(cloud, id)
  })

  it('whoever is there when it is called off goes out as ever', async () => {
    const { id } = await newActivity(chen)
    const who = await someone()
    await present(cloud, chen, who, id, hour)
    await chen.get('party.callOff', { requestId: newRequestId(), activityId: id, reason: '下雨' })
    await cloud.timer('closeActivities')
    expect(await checkOut(who, (await codesOf(chen, id)).out)).toMatchObject({
      data: { participation: { points: 2 } },
    })
  })
})
