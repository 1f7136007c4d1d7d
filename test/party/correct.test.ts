import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { newItem, redeemed } from '../points/story'
import {
  checkOut,
  codesOf,
  correct,
  day,
  expectSound,
  hour,
  join,
  later,
  leave,
  newActivity,
  partOf,
  pinganli,
  present,
  stored,
} from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const someone = async () => (await cloud.members(1))[0]!
const balanceOf = async (who: Caller) => (await who.get('points.overview', {})).available

/** Somebody who was there for two hours; the clock stands at the end. */
async function served(who: Caller): Promise<{ activityId: string; part: string }> {
  const { id: activityId } = await newActivity(chen)
  await present(cloud, chen, who, activityId, 2 * hour)
  await checkOut(who, (await codesOf(chen, activityId)).out)
  return { activityId, part: (await partOf(who, activityId))?.id ?? '' }
}

/** Makes the person of a participation a community worker as well. */
async function appointed(part: string): Promise<string> {
  const [{ memberId } = { memberId: '' }] = await stored<{ memberId: string }>(cloud, 'participations', {
    _id: part,
  })
  const from = '2026-01-01T00:00:00.000Z'
  const appointments = [{ role: 'community_worker', placeId: pinganli, from, until: null }]
  await change('members', memberId, { appointments })
  return memberId
}

const change = (collection: string, id: string, fields: Record<string, unknown>) =>
  cloud.engine.modify({
    collection,
    filter: { _id: id },
    change: { $set: fields as never },
    replace: false,
    upsert: false,
    multi: false,
  })

describe('[D5] correcting hours is refused', () => {
  it('to everybody but the community’s workers, without a reason, beyond the bounds', async () => {
    const { part } = await served(await someone())
    expect(await correct(await cloud.staff('zhao'), part, 60)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await correct(await cloud.staff('zhou'), part, 60)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await correct(chen, `p_${'x'.repeat(22)}`, 60)).toMatchObject({ code: 'NOT_FOUND' })
    const input = { requestId: newRequestId(), participationId: part, minutes: 60, reason: '登记有误' }
    for (const [field, value] of [
      ['reason', ''],
      ['minutes', 481],
      ['minutes', -1],
    ] as const)
      expect(await chen.send('party.correct', { ...input, [field]: value })).toMatchObject({
        code: 'INVALID_INPUT',
        detail: field,
      })
  })

  it('on one’s own, and to a worker of the same household', async () => {
    const [one, other] = await cloud.members(2)
    const mine = await served(one!)
    cloud.faults.clear()
    const theirs = await served(other!)
    const me = await appointed(mine.part)
    expect(await correct(one!, mine.part, 240)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await correct(one!, theirs.part, 150)).toMatchObject({ ok: true })
    const [person] = await stored<{ residency: { householdId: string } }>(cloud, 'members', { _id: me })
    const [{ memberId } = { memberId: '' }] = await stored<{ memberId: string }>(cloud, 'participations', {
      _id: theirs.part,
    })
    await change('members', memberId, { 'residency.householdId': person?.residency.householdId })
    expect(await correct(one!, theirs.part, 240)).toMatchObject({ code: 'NOT_ONESELF' })
  })

  it('before it begins, after thirty days, and of one who has left', async () => {
    const who = await someone()
    const { part } = await served(who)
    later(cloud, 31 * day)
    expect(await correct(chen, part, 60)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
    cloud.faults.clear()
    const { id } = await newActivity(chen, {
      startsAt: new Date(Date.now() + hour).toISOString(),
      endsAt: new Date(Date.now() + 2 * hour).toISOString(),
    })
    await join(who, id)
    const soon = (await partOf(who, id))?.id ?? ''
    expect(await correct(chen, soon, 60)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
    await leave(who, id)
    later(cloud, 90 * 60_000)
    expect(await correct(chen, soon, 60)).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('downwards where the points have been spent', async () => {
    const who = await someone()
    const { part, activityId } = await served(who)
    const item = await newItem(chen, { costPoints: 2, stock: 5 })
    await redeemed(who, item.id)
    expect(await correct(chen, part, 60)).toMatchObject({ ok: true })
    expect(await correct(chen, part, 0)).toMatchObject({ code: 'POINTS_SPENT' })
    expect(await partOf(who, activityId)).toMatchObject({ minutes: 60, points: 2 })
    cloud.faults.clear()
    await expectSound(cloud, activityId)
  })
})

describe('[D5] corrected hours', () => {
  it('go up and down, each with its entry and its reason, and the figures count them net', async () => {
    const who = await someone()
    const issuedBefore = await issued()
    const { part, activityId } = await served(who)
    for (const [minutes, points] of [
      [240, 8],
      [30, 1],
      [30, 1],
      [480, 8],
      [0, 0],
      [90, 3],
    ] as const)
      expect(await correct(chen, part, minutes)).toMatchObject({
        data: { minutes, points, settledBy: 'correct' },
      })
    expect(await partOf(who, activityId)).toMatchObject({
      reason: '按现场登记改',
      points: 3,
      rule: { id: '2.1' },
    })
    cloud.faults.clear()
    expect(await balanceOf(who)).toBe(3)
    const { statement } = await who.get('points.overview', {})
    expect(statement.entries.map(({ amount }) => amount)).toEqual([3, -8, 7, -7, 5, 3])
    expect(statement.entries.map(({ reason }) => reason.kind)).toEqual([
      ...Array(5).fill('correction'),
      'grant',
    ])
    const { total } = await who.get('party.record', {})
    expect(total).toEqual({ activities: 1, minutes: 90, points: 3 })
    await expectSound(cloud, activityId)
    expect(await issued()).toBe(issuedBefore + 3)
  })

  it('of one who never scanned are settled by hand, and of forty repeats there is one', async () => {
    const who = await someone()
    const { id } = await newActivity(chen)
    await join(who, id)
    const part = (await partOf(who, id))?.id ?? ''
    later(cloud, hour)
    const requestId = newRequestId()
    const replies = await Promise.all(Array.from({ length: 40 }, () => correct(chen, part, 60, requestId)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
      new Set([JSON.stringify(replies[0])]),
    )
    expect(replies[0]).toMatchObject({ data: { state: 'done', points: 2, checkedInAt: null } })
    expect(await correct(chen, part, 90, requestId)).toMatchObject({ code: 'CONFLICT' })
    const { messages } = await who.get('inbox.messages', {})
    expect(messages.map(({ title }) => title)).toEqual(['一次服务的时长改了'])
    cloud.faults.clear()
    expect(await balanceOf(who)).toBe(2)
    await expectSound(cloud, id)
  })

  it('page through one’s record, the latest first, with the sums over all of it', async () => {
    const who = await someone()
    const ids: string[] = []
    for (let count = 0; count < 23; count += 1) {
      const { id } = await newActivity(chen)
      await join(who, id)
      ids.push(id)
      later(cloud, 1000 + count)
      await correct(chen, (await partOf(who, id))?.id ?? '', 30)
    }
    const first = await who.get('party.record', {})
    const second = await who.get('party.record', { before: first.nextBefore ?? '' })
    expect([first.rows.length, second.rows.length, second.nextBefore]).toEqual([20, 3, null])
    expect(second.total).toEqual({ activities: 23, minutes: 690, points: 23 })
    const seen = [...first.rows, ...second.rows].map(({ participation }) => participation.activityId)
    expect(seen).toEqual([...ids].reverse())
  })
})

async function issued(): Promise<number> {
  const reply = await cloud.timer('reconcile', { restart: true })
  expect(reply).toMatchObject({ data: { finished: true } })
  const { lastProof } = await chen.get('points.ledgerState', { communityId: pinganli })
  return lastProof?.issued ?? 0
}
