import type { Cloud } from '../../localcloud/cloud'
import { buildFixture, endFixture, post, probe, startFixture } from './fixture/cloud'

const fixture = buildFixture()
let cloud: Cloud

beforeAll(async () => {
  cloud = await startFixture(fixture, { faults: true })
  await probe(cloud, 'set', { id: 'a', data: { n: 10 } })
  await probe(cloud, 'set', { id: 'b', data: { n: 0 } })
})
afterEach(() => cloud.faults.clear())
afterAll(() => endFixture(fixture, cloud))

const countOf = async (id: string) =>
  (await probe<{ data: { n: number }[] }>(cloud, 'get', { id })).value.data[0]?.n

describe('a fault on request', () => {
  it('fails a write before it is done, or after', async () => {
    cloud.faults.set({ rules: [{ kind: 'errorBefore', action: 'database.modifyDocument', times: 1 }] })
    expect((await probe(cloud, 'increment', { id: 'a', by: 1 })).error?.code).toBe('DATABASE_TIMEOUT')
    expect(await countOf('a')).toBe(10)
    const code = 'DATABASE_REQUEST_FAILED'
    cloud.faults.set({ rules: [{ kind: 'errorAfter', action: 'database.modifyDocument', times: 1, code }] })
    expect((await probe(cloud, 'increment', { id: 'a', by: 1 })).error?.code).toBe(code)
    expect(await countOf('a')).toBe(11)
  })

  it('fails a commit that was in fact done', async () => {
    cloud.faults.set({ rules: [{ kind: 'errorAfter', action: 'database.commitTransaction' }] })
    expect((await probe(cloud, 'transfer', { from: 'a', to: 'b', count: 1 })).error).toBeDefined()
    cloud.faults.clear()
    expect(await countOf('b')).toBe(1)
  })

  it('forces a conflict, which ends the transaction', async () => {
    await probe(cloud, 'set', { id: 'c', data: { n: 0 } })
    cloud.faults.set({ rules: [{ kind: 'conflict', action: 'database.modifyDocument', times: 2 }] })
    expect((await probe(cloud, 'incrementInTransaction', { id: 'c' })).value).toBe(3)
    expect(await countOf('c')).toBe(1)
  })

  it('crashes the calling instance at its n-th database call', async () => {
    cloud.faults.set({ rules: [{ kind: 'crashBefore', functionName: 'probe', nth: 5, times: 1 }] })
    await expect(probe(cloud, 'transfer', { from: 'a', to: 'never', count: 1 })).rejects.toMatchObject({
      status: 502,
    })
    expect(await countOf('never')).toBeUndefined()
  })

  it('delays', async () => {
    cloud.faults.set({ rules: [{ kind: 'delay', delayMs: 80 }] })
    const startedAt = performance.now()
    await countOf('a')
    expect(performance.now() - startedAt).toBeGreaterThan(75)
  })

  it('hits the same victims for the same seed', async () => {
    const round = async () => {
      cloud.faults.set({ seed: 7, rules: [{ kind: 'errorBefore', probability: 0.5 }] })
      const hits = []
      for (let i = 0; i < 12; i++) hits.push((await probe(cloud, 'get', { id: 'a' })).error !== undefined)
      return hits
    }
    const first = await round()
    expect(await round()).toEqual(first)
    expect(new Set(first).size).toBe(2)
  })

  it('moves one function’s clock, and puts it right again', async () => {
    type Clock = { now: number; made: number; isDate: boolean }
    cloud.faults.set({ clockSkewMs: { probe: -3600_000 } })
    const { value } = await probe<Clock>(cloud, 'now')
    expect(Math.abs(value.now + 3600_000 - Date.now())).toBeLessThan(2000)
    expect(Math.abs(value.made - value.now)).toBeLessThan(100)
    expect(value.isDate).toBe(true)
    cloud.faults.clear()
    expect(Math.abs((await probe<Clock>(cloud, 'now')).value.now - Date.now())).toBeLessThan(2000)
  })

  it('spells duplicates one way when told', async () => {
    await probe(cloud, 'add', { collection: 'unique', data: { code: 1 } })
    cloud.faults.set({ duplicates: 'write' })
    for (let i = 0; i < 3; i++) {
      const { error } = await probe(cloud, 'add', { collection: 'unique', data: { code: 1 } })
      expect(error?.code).toBe('DATABASE_DUPLICATE_WRITE')
    }
  })
})

describe('the counts', () => {
  it('say how many database calls one invocation made', async () => {
    await probe(cloud, 'transfer', { from: 'a', to: 'd', count: 1 })
    expect(cloud.stats.lastCall('probe')).toMatchObject({
      databaseCalls: 6,
      byAction: { 'database.startTransaction': 1, 'database.commitTransaction': 1 },
    })
  })

  it('can be read and reset over HTTP, and faults be set', async () => {
    await fetch(`${cloud.url}/__stats`, { method: 'DELETE' })
    await countOf('a')
    const report = (await (await fetch(`${cloud.url}/__stats`)).json()) as { databaseCalls: number }
    expect(report).toMatchObject({
      databaseCalls: 1,
      functions: { probe: { calls: 1, maxDatabaseCalls: 1 } },
    })
    await post(`${cloud.url}/__faults`, { rules: [{ kind: 'errorBefore' }] })
    expect((await probe(cloud, 'get', { id: 'a' })).error).toBeDefined()
  })
})
