import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { inTurn } from '../support/breadth'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

const demo = async (route: string, body?: unknown) => {
  const response = await fetch(`${cloud.url}/v1/demo/${route}`, {
    method: body ? 'POST' : 'GET',
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

describe('the demo refuses', () => {
  test.each([
    ['sign-in', { persona: 'nobody' }],
    ['sign-in', { persona: { $ne: null } }],
    ['sign-in', { persona: 'li', role: 'street_staff' }],
    ['residents', { count: 0, points: 5 }],
    ['residents', { count: 1001, points: 5 }],
    ['residents', { count: 1, points: -1 }],
    ['seed', {}],
    ['__proto__', {}],
  ])('%s %j', async (route, body) => expect((await demo(route, body)).status).toBe(400))
})

test('there is a persona for each role, and each can sign in', async () => {
  const { body } = await demo('personas')
  const personas = body as { id: string; name: string; roles: string[] }[]
  const roles = personas.flatMap((persona) => persona.roles)
  expect(new Set(roles)).toEqual(
    new Set([
      'resident',
      'community_worker',
      'service_steward',
      'street_staff',
      'grid_worker',
      'property_staff',
      'community_lead',
      'district_staff',
      'building_leader',
      'visitor',
    ]),
  )
  for (const { id } of personas) expect((await demo('sign-in', { persona: id })).body).toHaveProperty('token')
})

test('张桂兰 has 268 points in two lots, and a statement that says why', async () => {
  const { available, lots, statement } = await (await cloud.resident('zhang')).get('points.overview', {})
  expect([available, ...lots.map(({ points }) => points)]).toEqual([268, 40, 228])
  expect(statement.entries.map(({ reason }) => reason.kind)).toEqual(
    expect.arrayContaining(['grant', 'redeem', 'cancel']),
  )
  const times = statement.entries.map(({ at }) => at)
  expect(times).toEqual([...times].sort().reverse())
})

test('three hundred new residents with 500 points each are there within five seconds', async () => {
  const started = Date.now()
  const residents = await cloud.residents(300, 500)
  expect(Date.now() - started).toBeLessThan(5000)
  for (const resident of [residents[0], residents[299]]) {
    expect(await resident?.get('points.overview', {})).toMatchObject({
      available: 500,
      statement: { entries: [{ seq: 1 }] },
    })
  }
  const [poor] = await cloud.residents(1, 0)
  expect(await poor?.get('points.overview', {})).toMatchObject({ available: 0, lots: [] })
})

test('the ledger of all the demo data proves', async () => {
  const proof = await cloud.timer('reconcile', { restart: true })
  expect(proof).toMatchObject({ ok: true, data: { finished: true, differences: [] } })
})

test('there are cases in every state, some of them overdue, and messages about them', async () => {
  const [chen, zhang] = [await cloud.staff('chen'), await cloud.resident('zhang')]
  const queue = (view: 'todo' | 'waiting' | 'done') =>
    chen.get('affairs.queue', { communityId: 'wendeng.tianfu.pinganli', view })
  const shown = [await queue('todo'), await queue('waiting'), await queue('done')]
  const states = shown.flatMap(({ cases }) => cases.map(({ state }) => state))
  expect(new Set(states)).toEqual(new Set(['submitted', 'accepted', 'dispatched', 'answered', 'closed']))
  expect(shown[0]?.counts).toMatchObject({ new: 2, overdue: expect.any(Number) as number })
  expect(shown[0]?.counts.overdue).toBeGreaterThan(0)
  expect((await zhang.get('inbox.messages', {})).unread).toBeGreaterThan(0)
  const street = await (
    await cloud.staff('zhou')
  ).get('affairs.queue', {
    communityId: 'wendeng.tianfu.pinganli',
    view: 'todo',
  })
  expect(street.cases).toHaveLength(1)
})

test('a first start that was killed half-way is gone on with', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-'))
  for (const nth of inTurn([3, 12, 60, 150, 240, 380, 420], 3)) {
    const killed = await startTestCloud({ directory })
    killed.faults.set({ rules: [{ kind: 'crashAfter', nth, functionName: 'demo' }] })
    expect((await fetch(`${killed.url}/v1/demo/personas`)).status).toBe(502)
    await killed.stop()
  }
  const other = await startTestCloud({ directory })
  expect(await (await other.resident('zhang')).get('points.overview', {})).toMatchObject({ available: 268 })
  expect(await (await other.resident('li')).get('points.overview', {})).toMatchObject({ available: 384 })
  const done = await chenOf(other)
  expect(done).toEqual(await chenOf(cloud))
  await other.timer('sweepReservations', {})
  const chen = await other.staff('chen')
  const { items } = await chen.get('points.staffItems', { communityId: 'wendeng.tianfu.pinganli' })
  expect(items).toHaveLength(9)
  expect(items.find(({ name }) => name === '5kg 东北大米')).toMatchObject({ left: 19, reserved: 0 })
  expect(await other.timer('reconcile', { restart: true })).toMatchObject({ data: { differences: [] } })
})

/** What the queue of 平安里 says was done, by receipt numbers' day and title. */
async function chenOf(one: TestCloud): Promise<string[]> {
  const chen = await one.staff('chen')
  const { cases } = await chen.get('affairs.queue', { communityId: 'wendeng.tianfu.pinganli', view: 'done' })
  return cases.map(({ title, state, outcome, reopenings }) => `${title} ${state} ${outcome} ${reopenings}`)
}
