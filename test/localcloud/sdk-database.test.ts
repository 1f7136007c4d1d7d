import type { Cloud } from '../../localcloud/cloud'
import { buildFixture, endFixture, probe, startFixture } from './fixture/cloud'

/** The unmodified SDK, in a function of its own thread, against the local cloud. */
const fixture = buildFixture()
let cloud: Cloud

beforeAll(async () => {
  cloud = await startFixture(fixture)
})
afterAll(() => endFixture(fixture, cloud))

describe('what the gateway refuses', () => {
  it('names a collection that does not exist', async () => {
    const { error } = await probe(cloud, 'add', { collection: 'nowhere', data: { a: 1 } })
    expect(error?.code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })

  it('refuses a query by WHERE inside a transaction', async () => {
    const { error } = await probe(cloud, 'whereInTransaction')
    expect(error).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('transaction'),
    })
  })

  it('refuses to remove everything', async () => {
    expect((await probe(cloud, 'removeAll')).error?.code).toBe('DATABASE_REQUEST_FAILED')
  })

  it('refuses an update that sends nothing', async () => {
    await probe(cloud, 'set', { id: 'empty-update', data: { a: 1 } })
    const { error } = await probe(cloud, 'update', { id: 'empty-update', data: { a: {} } })
    expect(error?.code).toBe('INVALID_PARAM')
  })

  it('ends a transaction that was rolled back for good', async () => {
    expect((await probe(cloud, 'lostTransaction')).error?.code).toBe('DATABASE_TRANSACTION_FAIL')
  })

  it('reports a duplicate key in both of the spellings that CloudBase uses', async () => {
    await probe(cloud, 'add', { collection: 'unique', data: { code: 7 } })
    const errors = []
    for (let i = 0; i < 2; i++) {
      errors.push((await probe(cloud, 'add', { collection: 'unique', data: { code: 7 } })).error)
    }
    expect(errors.map((error) => error?.code).sort()).toEqual([
      'DATABASE_DUPLICATE_WRITE',
      'DATABASE_REQUEST_FAILED',
    ])
    const request = errors.find((error) => error?.code === 'DATABASE_REQUEST_FAILED')
    expect(request?.message).toContain('E11000 duplicate key error')
  })
})

describe('documents', () => {
  it('come back with every type that they went in with', async () => {
    expect((await probe(cloud, 'typed')).value).toEqual({ same: true, isDate: true })
  })

  it('are added one or many at a time, with ids of their own or made ones', async () => {
    const one = await probe<{ id: string }>(cloud, 'add', { data: { kind: 'new' } })
    expect(one.value.id).toMatch(/^[0-9a-f]{32}$/)
    const many = await probe<{ ids: string[] }>(cloud, 'add', { data: [{ _id: 'm1' }, { _id: 'm2' }] })
    expect(many.value.ids).toEqual(['m1', 'm2'])
  })

  it('that are missing are an empty list outside a transaction', async () => {
    expect((await probe(cloud, 'get', { id: 'missing' })).value).toMatchObject({ data: [] })
  })

  it('are made by set, replaced by set, merged by update and removed', async () => {
    expect((await probe(cloud, 'set', { id: 's', data: { a: { b: 1, c: 2 } } })).value).toMatchObject({
      upsertedId: 's',
    })
    expect((await probe(cloud, 'update', { id: 's', data: { a: { b: 5 } } })).value).toMatchObject({
      updated: 1,
    })
    expect((await probe(cloud, 'get', { id: 's' })).value).toMatchObject({ data: [{ a: { b: 5, c: 2 } }] })
    await probe(cloud, 'set', { id: 's', data: { z: 1 } })
    expect((await probe(cloud, 'get', { id: 's' })).value).toMatchObject({ data: [{ _id: 's', z: 1 }] })
    expect((await probe(cloud, 'removeOne', { id: 's' })).value).toMatchObject({ deleted: 1 })
    expect((await probe(cloud, 'update', { id: 's', data: { z: 2 } })).value).toMatchObject({ updated: 0 })
  })

  it('take increments, pushes and the date of the server', async () => {
    await probe(cloud, 'set', { id: 'inc', data: { n: 1, tags: [] } })
    await probe(cloud, 'increment', { id: 'inc', by: 4 })
    const { value } = await probe<{ data: { n: number; tags: string[]; at: string }[] }>(cloud, 'get', {
      id: 'inc',
    })
    expect(value.data[0]).toMatchObject({ n: 5, tags: ['t'] })
    const ahead = Date.parse(value.data[0]?.at ?? '') - Date.now()
    expect(ahead).toBeGreaterThan(50_000)
    expect(ahead).toBeLessThan(61_000)
  })

  it('are changed once and returned while the condition holds', async () => {
    await probe(cloud, 'set', { id: 'stock', data: { n: 3 } })
    expect((await probe(cloud, 'take', { id: 'stock', count: 2 })).value).toMatchObject({
      updated: 1,
      doc: { n: 1 },
    })
    expect((await probe(cloud, 'take', { id: 'stock', count: 2 })).value).toMatchObject({ updated: 0 })
  })
})

describe('queries', () => {
  beforeAll(async () => {
    const data = [1, 2, 3, 4].map((n) => ({ _id: `q${n}`, kind: 'q', n, name: n % 2 ? 'Odd' : 'even' }))
    await probe(cloud, 'add', { data })
  })

  it('filter, sort, skip, limit and project', async () => {
    const { value } = await probe(cloud, 'list', { kind: 'q', skip: 1, limit: 2 })
    expect(value.data).toEqual([
      { _id: 'q3', n: 3 },
      { _id: 'q2', n: 2 },
    ])
  })

  it('match regular expressions', async () => {
    expect(
      (await probe<{ data: unknown[] }>(cloud, 'matching', { pattern: '^odd' })).value.data,
    ).toHaveLength(2)
  })

  it('count and aggregate', async () => {
    expect((await probe(cloud, 'count', { kind: 'q' })).value).toMatchObject({ total: 4 })
    const { value } = await probe<{ data: unknown[] }>(cloud, 'sum')
    expect(value.data).toContainEqual({ _id: 'q', total: 10 })
  })

  it('update and remove many at once', async () => {
    expect((await probe(cloud, 'updateWhere', { kind: 'q', data: { seen: true } })).value).toMatchObject({
      updated: 4,
    })
    expect((await probe(cloud, 'removeWhere', { kind: 'q' })).value).toMatchObject({ deleted: 4 })
  })

  it('work on a collection that a function made', async () => {
    await probe(cloud, 'createCollection', { name: 'made_later' })
    expect((await probe(cloud, 'add', { collection: 'made_later', data: { a: 1 } })).error).toBeUndefined()
  })
})

describe('transactions', () => {
  it('move all or nothing, and see their own writes', async () => {
    await probe(cloud, 'set', { id: 'from', data: { n: 5 } })
    await probe(cloud, 'set', { id: 'to', data: { n: 0 } })
    expect((await probe(cloud, 'transfer', { from: 'from', to: 'to', count: 9 })).value).toEqual({
      moved: false,
    })
    expect((await probe(cloud, 'transfer', { from: 'from', to: 'to', count: 2 })).value).toEqual({
      moved: true,
    })
    expect((await probe(cloud, 'get', { id: 'to' })).value).toMatchObject({ data: [{ n: 2 }] })
    expect((await probe(cloud, 'get', { id: 'from-to' })).value).toMatchObject({ data: [{ moved: 2 }] })
  })

  it('lose no increment when 40 run at once and retry on conflict', async () => {
    await probe(cloud, 'set', { id: 'counter', data: { n: 0 } })
    const runs = await Promise.all(
      Array.from({ length: 40 }, () => probe(cloud, 'incrementInTransaction', { id: 'counter' })),
    )
    expect(runs.map((run) => run.error).filter(Boolean)).toEqual([])
    expect((await probe(cloud, 'get', { id: 'counter' })).value).toMatchObject({ data: [{ n: 40 }] })
  })
})
