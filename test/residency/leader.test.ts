import { actorOf } from '../../cloudfunctions/kit/actor'
import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { bind, codeFor, liulin, pinganli, stored, stranger } from './story'

let cloud: TestCloud
let ma: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ma = await cloud.staff('ma')
})

const unit = (who: Caller, building: string, name: string, communityId = pinganli) =>
  who.call('residency.unit', { communityId, building, unit: name })
const myUnits = (who: Caller, communityId = pinganli) => who.call('residency.myUnits', { communityId })

/** Gives 马春兰 another duty. */
async function appoint(duties: object[]) {
  const [found] = await stored<{ _id: string }>(cloud, 'members', { name: '马春兰' })
  const from = '2026-01-01T00:00:00.000Z'
  await cloud.engine.modify({
    ...{ collection: 'members', filter: { _id: found!._id }, replace: false, upsert: false, multi: false },
    change: { $set: { appointments: duties.map((duty) => ({ from, until: null, ...duty })) as never } },
  })
}
const leaderOf = (within?: { building: string; units: string[] | null }) => ({
  ...{ role: 'building_leader', placeId: pinganli },
  ...(within ? { within } : {}),
})
afterEach(() => appoint([leaderOf({ building: '8', units: ['1'] })]))

describe('[P3] a building leader', () => {
  it('does not find another unit, another building, another community, nor one that is not there', async () => {
    for (const [building, name, communityId] of [
      ['8', '2', pinganli],
      ['9', '1', pinganli],
      ['8', '1', liulin],
      ['8', '7', pinganli],
      ['99', '1', 'a1.b2.c3'],
    ] as const)
      expect(await unit(ma, building, name, communityId)).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    expect(await myUnits(ma, liulin)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is one: nobody else has such a page, whatever their duty', async () => {
    for (const who of ['chen', 'zhou', 'guo', 'tang', 'sun', 'li', 'visitor']) {
      const caller = await cloud.staff(who)
      expect(await unit(caller, '8', '1')).toMatchObject({ code: 'FORBIDDEN' })
      expect(await myUnits(caller)).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('has nothing else that staff have', async () => {
    const inPinganli = { communityId: pinganli }
    expect(await ma.get('home.work', inPinganli)).toMatchObject({
      queue: null,
      goods: null,
      ledgers: [],
      meetingsToday: null,
      waitingApplications: null,
      waitingResidents: null,
    })
    for (const action of [
      'residency.requests',
      'party.applications',
      'points.staffItems',
      'affairs.queue',
      'imports.list',
      'notices.staffNotices',
      'meetings.staffMeetings',
    ])
      expect([action, (await ma.send(action, inPinganli)).code]).toEqual([
        action,
        expect.stringMatching(/FORBIDDEN|INVALID_INPUT/),
      ])
  })

  it('sees the households of the own unit: masked, and how many of each are verified', async () => {
    await bind(
      await stranger(cloud),
      { unit: '1', room: '201' },
      await codeFor(await cloud.staff('chen'), '1', '201'),
    )
    const reply = await unit(ma, '8', '1')
    const { households } = reply.ok ? reply.data : { households: [] }
    expect(households).toHaveLength(12)
    expect(households.map(({ room }) => Number(room))).toEqual(
      households.map(({ room }) => Number(room)).sort((a, b) => a - b),
    )
    expect(households.slice(0, 3)).toMatchObject([
      {
        room: '101',
        persons: [
          { name: '马**', phone: '132****0001' },
          { name: '马**', phone: '132****0002' },
        ],
        bound: 1,
      },
      { room: '102', bound: 0 },
      { room: '201', persons: [{ name: '孔**', phone: '132****0003' }], bound: 1 },
    ])
    expect(JSON.stringify(reply)).not.toMatch(/1\d{10}|春兰|德明|罗/)
    expect(await myUnits(ma)).toEqual({
      ok: true,
      data: { units: [{ building: '8', unit: '1', households: 12, boundHouseholds: 2 }] },
    })
  })

  it('of a whole building sees all of its units; of two units, both; by a duty that says nothing, none', async () => {
    await appoint([leaderOf({ building: '8', units: null })])
    expect(await unit(ma, '8', '2')).toMatchObject({ ok: true })
    expect(await myUnits(ma)).toMatchObject({ data: { units: [{ unit: '1' }, { unit: '2' }] } })
    await appoint([leaderOf({ building: '8', units: ['2'] }), leaderOf({ building: '8', units: ['1'] })])
    expect(await myUnits(ma)).toMatchObject({ data: { units: [{ unit: '1' }, { unit: '2' }] } })
    await appoint([leaderOf()])
    expect(await unit(ma, '8', '1')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await myUnits(ma)).toEqual({ ok: true, data: { units: [] } })
  })

  it('whose duty is over is none on the very next call', async () => {
    await appoint([
      { ...leaderOf({ building: '8', units: ['1'] }), until: new Date(Date.now() - 1).toISOString() },
    ])
    expect(await unit(ma, '8', '1')).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('knows from 我的 which units they are', async () => {
    const { duties } = await ma.get('community.me', {})
    expect(duties).toMatchObject([
      { role: 'building_leader', placeId: pinganli, within: { building: '8', units: ['1'] } },
    ])
    const chen = await cloud.staff('chen')
    expect((await chen.get('community.me', {})).duties[0]!.within).toBeNull()
  })
})

it('[P3] a duty that was stored before there were units reaches the whole place', () => {
  const from = '2026-01-01T00:00:00.000Z'
  const member = { appointments: [{ role: 'community_worker', placeId: pinganli, from, until: null }] }
  const actor = actorOf('m_1', member as never, new Date())
  expect(actor.covers(pinganli)).toBe(true)
})
