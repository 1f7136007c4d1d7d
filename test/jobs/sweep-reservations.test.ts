import { sweepReservations } from '../../cloudfunctions/jobs/sweepReservations'
import { newItem, redeemed, stored } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const swept = () => cloud.timer('sweepReservations', { graceMs: 0 })
const cursors = () => stored<{ cursor: string }>(cloud, 'job_runs', { _id: 'sweepReservations' })

describe('[L5] the sweeper of reservations', () => {
  it('asks for the redemptions of many items together', async () => {
    const who = (await cloud.residents(1, 500))[0]!
    for (let count = 0; count < 12; count += 1) await redeemed(who, (await newItem(chen)).id)
    expect(await swept()).toMatchObject({ ok: true, data: { givenBack: 0, settled: 0 } })
    expect(cloud.stats.lastCall('jobs')?.databaseCalls).toBe(3)
    // All was looked at: there is nowhere to go on.
    expect(await cursors()).toEqual([])
  })

  it('goes on where the run before stopped, and then from the first again', async () => {
    const item = await newItem(chen)
    const who = (await cloud.residents(1, 500))[0]!
    cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'points', nth: 3, times: 1 }] })
    const wish = { requestId: newRequestId(), itemId: item.id, quantity: 1 }
    await expect(who.call('points.redeem', wish)).rejects.toThrow('502')
    await cloud.engine.insert('job_runs', [{ _id: 'sweepReservations', schemaVersion: 1, cursor: item.id }])
    expect(await swept()).toMatchObject({ data: { givenBack: 0 } })
    expect(await cursors()).toMatchObject([{ cursor: '' }])
    expect(await swept()).toMatchObject({ data: { givenBack: 1 } })
  })

  it('stops when its time is over, and keeps how far it came', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ _id: `i_${index + 100}`, reserved: {} }))
    const put = jest.fn(() => Promise.resolve())
    const db = { read: () => Promise.resolve(null), list: () => Promise.resolve(page), put }
    const context = { db, now: new Date(), elapsedMs: () => 30_000 }
    expect(await sweepReservations({}, context as never)).toMatchObject({ itemsLooked: 100 })
    expect(put.mock.calls).toEqual([[expect.anything(), expect.objectContaining({ cursor: 'i_199' })]])
  })
})
