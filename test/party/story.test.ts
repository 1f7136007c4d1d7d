import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { reconcile } from '../points/story'
import {
  application,
  checkIn,
  checkOut,
  codesOf,
  hour,
  join,
  later,
  minute,
  newActivity,
  pinganli,
  stored,
  verify,
} from './story'

let cloud: TestCloud
let chen: Caller
let zhang: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  zhang = await cloud.resident('zhang')
})
afterEach(() => cloud.faults.clear())

describe('[D1][D5][D6] a member’s day', () => {
  let activityId: string
  let before: number

  it('begins with an application that staff verify', async () => {
    expect(await zhang.get('party.registration', {})).toEqual({ registration: null })
    const { id, state, phone } = await zhang.get('party.apply', application())
    expect({ state, phone }).toEqual({ state: 'applied', phone: '138****0001' })
    const { applications } = await chen.get('party.applications', { communityId: pinganli, view: 'waiting' })
    expect(applications).toContainEqual(expect.objectContaining({ id, name: '张桂兰', match: 'none' }))
    expect(await verify(chen, id)).toMatchObject({ data: { state: 'registered' } })
    const { registration } = await zhang.get('party.registration', {})
    expect(registration).toMatchObject({ state: 'registered', communityName: '平安里社区' })
    const { messages } = await zhang.get('inbox.messages', {})
    expect(messages[0]).toMatchObject({ title: '你的申请有结果了', target: { kind: 'registration', id } })
    const [told] = await stored<{ wechat: object }>(cloud, 'messages', { 'target.id': id })
    expect(told?.wechat).toMatchObject({ kind: 'party', tries: 0 })
  })

  it('goes on with an activity of the month, joined with one tap', async () => {
    activityId = (await newActivity(chen, { compound: '平安花园' })).id
    const { activities } = await zhang.get('party.activities', {})
    const shown = activities.find(({ id }) => id === activityId)
    expect(shown).toMatchObject({ near: true, mine: null, placesLeft: null })
    expect(await join(zhang, activityId)).toMatchObject({
      data: { mine: 'joined', may: ['leave', 'checkIn'] },
    })
  })

  it('scans in and out, and has hours and points by the rule', async () => {
    before = (await zhang.get('points.overview', {})).available
    const { in: code } = await codesOf(chen, activityId)
    expect(code).toMatch(`${cloud.url}/#/features/party/check-in?code=in.${activityId}.`)
    expect(await checkIn(zhang, code)).toMatchObject({ data: { mine: 'in', may: ['checkOut'] } })
    later(cloud, 95 * minute)
    const { out } = await codesOf(chen, activityId)
    const done = await checkOut(zhang, out)
    expect(done).toMatchObject({
      data: {
        mine: 'done',
        may: [],
        participation: { minutes: 95, points: 3, rule: { id: '2.1', version: 1 }, settledBy: 'checkOut' },
      },
    })
  })

  it('shows on the record and on the statement, with the rule named', async () => {
    const { total, rows } = await zhang.get('party.record', {})
    expect(total).toEqual({ activities: 1, minutes: 95, points: 3 })
    expect(rows[0]).toMatchObject({ title: '清理楼道', participation: { points: 3, rule: { id: '2.1' } } })
    const { available, statement } = await zhang.get('points.overview', {})
    expect(available).toBe(before + 3)
    expect(statement.entries[0]).toMatchObject({
      amount: 3,
      reason: { kind: 'grant', rule: '2.1', ruleVersion: 1, title: '社区服务 95 分钟：清理楼道' },
    })
  })

  it('is corrected with a reason, and the points follow', async () => {
    const { people } = await chen.get('party.host', { activityId })
    const requestId = newRequestId()
    const input = { requestId, participationId: people[0]!.id, minutes: 120, reason: '扫码晚了，实到 2 小时' }
    later(cloud, 3 * hour)
    // Read at that hour: on the last evening of a year, points have expired by then.
    before = (await zhang.get('points.overview', {})).available
    expect(await chen.call('party.correct', input)).toMatchObject({ data: { minutes: 120, points: 4 } })
    expect(await chen.call('party.correct', input)).toMatchObject({ data: { minutes: 120, points: 4 } })
    const { available, statement } = await zhang.get('points.overview', {})
    expect(available).toBe(before + 1)
    expect(statement.entries[0]).toMatchObject({
      amount: 1,
      reason: { kind: 'correction', title: '社区服务改为 2 小时：清理楼道' },
    })
    expect(await reconcile(cloud)).toMatchObject({ finished: true, differences: [] })
  })
})
