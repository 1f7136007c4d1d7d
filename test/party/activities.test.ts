import { chinaSpan } from '../../cloudfunctions/kit/time'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  activityInput,
  day,
  expectSound,
  fromNow,
  hour,
  join,
  later,
  leave,
  liulin,
  newActivity,
  partOf,
  pinganli,
  stored,
  type Publishing,
  type StaffActivity,
} from './story'

let cloud: TestCloud
let chen: Caller
let zhao: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  zhao = await cloud.staff('zhao')
})
afterEach(() => cloud.faults.clear())

const someone = async () => (await cloud.members(1))[0]!
const edit = (worker: Caller, { id, version }: StaffActivity, fields: Partial<Publishing>) => {
  const { communityId: _communityId, ...details } = activityInput(fields)
  return worker.call('party.edit', { ...details, activityId: id, version })
}
const callOff = (worker: Caller, activityId: string, requestId = newRequestId()) =>
  worker.call('party.callOff', { requestId, activityId, reason: '下雨' })

describe('[D6] refused', () => {
  it('an activity that ends before it begins, that is over, or for a compound that is not there', async () => {
    for (const wrong of [
      { startsAt: fromNow(hour), endsAt: fromNow(0) },
      { startsAt: fromNow(-3 * hour), endsAt: fromNow(-hour) },
    ])
      expect(await chen.call('party.publish', activityInput(wrong))).toMatchObject({
        code: 'DATES_OUT_OF_ORDER',
      })
    expect(await chen.call('party.publish', activityInput({ compound: '柳林苑' }))).toMatchObject({
      code: 'INVALID_INPUT',
      detail: 'compound',
    })
  })

  it('publishing, changing and the door to everybody but the community’s workers', async () => {
    const activity = await newActivity(chen)
    for (const [worker, code] of [
      [zhao, 'NOT_FOUND'],
      [await cloud.staff('zhou'), 'FORBIDDEN'],
      [await someone(), 'FORBIDDEN'],
    ] as const) {
      expect(await worker.call('party.publish', activityInput())).toMatchObject({ code })
      expect(await edit(worker, activity, {})).toMatchObject({ code })
      expect(await callOff(worker, activity.id)).toMatchObject({ code })
      expect(await worker.call('party.host', { activityId: activity.id })).toMatchObject({ code })
      expect(await worker.call('party.staffActivities', { communityId: pinganli })).toMatchObject({ code })
    }
  })

  it('the same request with another title', async () => {
    const input = activityInput()
    const first = await chen.get('party.publish', input)
    expect(await chen.get('party.publish', input)).toEqual(first)
    expect(await chen.call('party.publish', { ...input, title: '别的' })).toMatchObject({ code: 'CONFLICT' })
  })

  it('a change of what has changed meanwhile, is over or called off, or of whether there is a limit', async () => {
    const activity = await newActivity(chen, { capacity: 2 })
    const [one, two] = await cloud.members(2)
    await join(one!, activity.id)
    await join(two!, activity.id)
    expect(await edit(chen, activity, { capacity: 1 })).toMatchObject({ code: 'SEATS_TAKEN' })
    expect(await edit(chen, activity, { capacity: null })).toMatchObject({ detail: 'capacity' })
    const changed = await edit(chen, activity, { capacity: 3, title: '清理绿地' })
    expect(changed).toMatchObject({ data: { title: '清理绿地', placesLeft: 1, version: 2 } })
    expect(await edit(chen, activity, { capacity: 3 })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    later(cloud, 3 * hour)
    const now = { ...activity, version: 2 }
    const tomorrow = { capacity: 3, startsAt: fromNow(day), endsAt: fromNow(day + hour) }
    expect(await edit(chen, now, tomorrow)).toMatchObject({ code: 'DATES_OUT_OF_ORDER' })
    expect(await callOff(chen, activity.id)).toMatchObject({ code: 'ACTIVITY_OVER' })
    cloud.faults.clear()
    await callOff(chen, activity.id)
    expect(await callOff(chen, activity.id)).toMatchObject({ code: 'CALLED_OFF' })
    expect(await edit(chen, { ...activity, version: 3 }, { capacity: 3 })).toMatchObject({
      code: 'CALLED_OFF',
    })
  })

  it('joining what is not there, elsewhere, over, called off, full, or joined already', async () => {
    const who = await someone()
    expect(await join(who, `v_${'x'.repeat(22)}`)).toMatchObject({ code: 'NOT_FOUND' })
    const elsewhere = await newActivity(zhao, { communityId: liulin })
    expect(await join(who, elsewhere.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await who.call('party.activity', { activityId: elsewhere.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { id } = await newActivity(chen, { capacity: 1 })
    expect(await join(who, id)).toMatchObject({ ok: true })
    expect(await join(who, id)).toMatchObject({ code: 'ALREADY_JOINED' })
    expect(await join(await someone(), id)).toMatchObject({ code: 'FULL' })
    const open = await newActivity(chen)
    later(cloud, 3 * hour)
    expect(await join(who, open.id)).toMatchObject({ code: 'ACTIVITY_OVER' })
    cloud.faults.clear()
    await callOff(chen, open.id)
    expect(await join(who, open.id)).toMatchObject({ code: 'CALLED_OFF' })
  })

  it('leaving what one is not in', async () => {
    const who = await someone()
    const { id } = await newActivity(chen)
    expect(await leave(who, id)).toMatchObject({ code: 'NOT_FOUND' })
    await join(who, id)
    await leave(who, id)
    expect(await leave(who, id)).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('[D6] the month', () => {
  it('begins with what is in one’s own compound, then goes by time; others may join as well', async () => {
    const month = '2031-03'
    const at = (text: string) => ({ startsAt: `2031-03-${text}:00.000Z`, endsAt: '2031-03-31T10:00:00.000Z' })
    const first = await newActivity(chen, { ...at('05T02:00'), title: '早' })
    const near = await newActivity(chen, { ...at('20T02:00'), compound: '平安花园', title: '近' })
    const party = await newActivity(chen, { ...at('09T16:00'), compound: '槐荫里', title: '党建日' })
    await newActivity(chen, { ...at('01T02:00'), startsAt: '2031-02-28T15:59:00.000Z', title: '上月' })
    const [who] = await cloud.members(1)
    const { partyDay, activities } = await who!.get('party.activities', { month })
    expect(partyDay).toBe('2031-03-10')
    expect(activities.map(({ id }) => id)).toEqual([near.id, first.id, party.id])
    expect(activities.map(({ near: is, onPartyDay }) => [is, onPartyDay])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
    expect(await join(who!, party.id)).toMatchObject({ ok: true })
    const staff = await chen.get('party.staffActivities', { communityId: pinganli, month })
    expect(staff.activities.map(({ joined }) => joined)).toEqual([0, 1, 0])
  })

  it('holds sixty at most', async () => {
    const times = { startsAt: '2032-01-05T02:00:00.000Z', endsAt: '2032-01-05T04:00:00.000Z' }
    for (let count = 0; count < 60; count += 1) await newActivity(chen, times)
    expect(await chen.call('party.publish', activityInput(times))).toMatchObject({
      code: 'TOO_MANY_ACTIVITIES',
    })
  })
})

describe('[D6] places', () => {
  it('are taken once each by forty who want five', async () => {
    const { id } = await newActivity(chen, { capacity: 5 })
    const people = await cloud.members(40)
    const replies = await Promise.all(people.map((who) => join(who, id)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(5)
    expect(replies.filter((reply) => !reply.ok && reply.code === 'FULL')).toHaveLength(35)
    await expectSound(cloud, id)
  })

  it('go round: who leaves makes room, and may come back', async () => {
    const { id } = await newActivity(chen, { capacity: 1 })
    const [one, two] = await cloud.members(2)
    const requestId = newRequestId()
    const first = await join(one!, id, requestId)
    expect(first).toMatchObject({ data: { mine: 'joined', placesLeft: 0 } })
    expect(await join(one!, id, requestId)).toEqual(first)
    const leaves = newRequestId()
    expect(await leave(one!, id, leaves)).toMatchObject({
      data: { mine: 'left', placesLeft: 1, may: ['join', 'checkIn'] },
    })
    expect(await leave(one!, id, leaves)).toMatchObject({ data: { mine: 'left' } })
    expect(await join(two!, id)).toMatchObject({ ok: true })
    expect(await join(one!, id)).toMatchObject({ code: 'FULL' })
    await leave(two!, id)
    expect(await join(one!, id)).toMatchObject({ data: { mine: 'joined' } })
    await expectSound(cloud, id)
  })

  it('a reservation that nobody stands on goes back, a fresh one stays', async () => {
    const { id } = await newActivity(chen, { capacity: 2 })
    const who = await someone()
    await join(who, id)
    const stray = `p_${'z'.repeat(22)}`
    await cloud.engine.modify({
      collection: 'activities',
      filter: { _id: id },
      change: { $set: { left: 0, reservedUnits: 2, [`reserved.${stray}`]: { quantity: 1, at: fromNow(0) } } },
      replace: false,
      upsert: false,
      multi: false,
    })
    expect(await cloud.timer('sweepPlaces')).toMatchObject({ data: { places: 0 } })
    later(cloud, 20_000)
    expect(await cloud.timer('sweepPlaces')).toMatchObject({ data: { places: 1 } })
    expect(await cloud.timer('sweepPlaces')).toMatchObject({ data: { places: 0 } })
    await expectSound(cloud, id)
  })

  it('without a limit joining touches one’s own document alone', async () => {
    const { id } = await newActivity(chen)
    const [before] = await stored(cloud, 'activities', { _id: id })
    for (const who of await cloud.members(3)) await join(who, id)
    expect(await stored(cloud, 'activities', { _id: id })).toEqual([before])
  })
})

describe('[D6] moved', () => {
  it('tells everybody who had joined once, with the old and the new time, and neither what nor where', async () => {
    // Those of the tests before.
    await cloud.timer('closeActivities')
    const times = { startsAt: fromNow(3 * day), endsAt: fromNow(3 * day + hour) }
    const activity = await newActivity(chen, { title: '城市党建日清理', ...times })
    const [one, two, late, gone] = await cloud.members(4)
    for (const who of [one!, two!, gone!]) await join(who, activity.id)
    await leave(gone!, activity.id)
    const change = async (version: number, fields: Partial<Publishing>) =>
      expect(await edit(chen, { ...activity, version }, { ...times, ...fields })).toMatchObject({ ok: true })
    const told = async () => {
      const reply = await cloud.timer('closeActivities')
      return reply.ok ? reply.data.told : reply.code
    }
    const said = async (who: Caller) =>
      (await who.get('inbox.messages', {})).messages
        .filter(({ target }) => target.kind === 'activity' && target.id === activity.id)
        .map((message) => message.title + message.text)
    await change(1, { note: '带手套' })
    expect(await told()).toBe(0)

    const moved = { startsAt: fromNow(4 * day), endsAt: fromNow(4 * day + hour) }
    await change(2, { ...moved, venue: '党群服务中心' })
    // Before anybody is told it changes once more: that is one change to them.
    await change(3, { ...moved, venue: '老党员活动室' })
    await join(late!, activity.id)
    expect(await told()).toBe(2)
    expect(await told()).toBe(0)
    const [old, next] = [chinaSpan(times), chinaSpan(moved)]
    const words = `你报名的活动改了时间原定 ${old}，改到 ${next}，地点也换了。`
    for (const who of [one!, two!]) expect(await said(who)).toEqual([expect.stringContaining(words)])
    for (const who of [late!, gone!]) expect(await said(who)).toEqual([])

    await change(4, { ...moved, venue: '7 号楼门前' })
    expect(await Promise.all([told(), told()]).then(([a, b]) => Number(a) + Number(b))).toBe(3)
    expect((await said(late!))[0]).toContain(`你报名的活动换了地点时间不变，还是 ${next}。`)
    for (const who of [one!, two!, late!]) expect((await said(who)).join('')).not.toMatch(/党|清理|号楼/)
  })

  it('tells nobody of one that was called off meanwhile but that it was', async () => {
    const activity = await newActivity(chen)
    const who = await someone()
    await join(who, activity.id)
    await edit(chen, activity, { venue: '小花园' })
    await callOff(chen, activity.id)
    expect(await cloud.timer('closeActivities')).toMatchObject({ data: { told: 1 } })
    expect(await cloud.timer('closeActivities')).toMatchObject({ data: { told: 0 } })
    const { messages } = await who.get('inbox.messages', {})
    expect(messages.map(({ title }) => title)).toEqual([expect.stringContaining('取消')])
  })
})

describe('[D6] called off', () => {
  it('tells those who had joined, once, and nothing of what it was', async () => {
    // Those of the tests before.
    await cloud.timer('closeActivities')
    const { id } = await newActivity(chen, { title: '城市党建日清理' })
    const who = await someone()
    await join(who, id)
    const requestId = newRequestId()
    const off = await callOff(chen, id, requestId)
    expect(off).toMatchObject({ data: { state: 'called_off', calledOffBecause: '下雨' } })
    expect(await callOff(chen, id, requestId)).toEqual(off)
    expect(await cloud.timer('closeActivities')).toMatchObject({ data: { told: 1 } })
    expect(await cloud.timer('closeActivities')).toMatchObject({ data: { told: 0 } })
    expect(await partOf(who, id)).toMatchObject({ state: 'left' })
    const { messages } = await who.get('inbox.messages', {})
    expect(messages[0]).toMatchObject({ title: '你报名的活动取消了', target: { kind: 'activity', id } })
    expect(JSON.stringify(messages)).not.toMatch(/党|清理/)
  })
})
