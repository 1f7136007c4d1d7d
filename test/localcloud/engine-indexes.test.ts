import { join } from 'node:path'
import Database from 'libsql'
import { type CollectionDefinitions, type IndexDefinition, openEngine } from '../../localcloud/engine'
import { Bench, refusal } from './engine-support'

const things = (...indexes: IndexDefinition[]): CollectionDefinitions => ({ things: { indexes } })

describe('an index finds few rows at any volume', () => {
  const bench = new Bench(
    things(
      {
        name: 'by_account',
        fields: [
          ['account', 1],
          ['seq', -1],
        ],
      },
      { name: 'by_tags', fields: [['tags', 1]] },
      {
        name: 'by_state',
        fields: [
          ['state', 1],
          ['at', 1],
        ],
      },
    ),
  )
  afterAll(() => bench.stop())

  beforeAll(async () => {
    const all = Array.from({ length: 6000 }, (_, n) => ({
      _id: `d${String(n).padStart(4, '0')}`,
      account: `a${n % 3}`,
      seq: n,
      tags: [`t${n % 100}`, 'all'],
      state: ['open', 'held', 'closed'][n % 3],
      at: new Date(n * 1000),
      plain: n,
    }))
    for (let i = 0; i < all.length; i += 1000) await bench.insert(all.slice(i, i + 1000))
  })

  it('warns of a query that reads more than 1,000 documents without one', async () => {
    await bench.find({ plain: 5999 })
    expect(bench.warnings).toEqual([
      'a query of "things" by (plain) has no index and reads more than 1000 documents',
    ])
  })

  it.each([
    ['by _id', { _id: 'd0005' }, undefined, 1],
    ['by several _id', { _id: { $in: ['d0005', 'd0001', 'none'] } }, undefined, 2],
    ['a page by key', { account: 'a1', seq: { $lt: 4000 } }, ['seq', -1], 10],
    ['the first page', { account: 'a1' }, ['seq', -1], 10],
    ['a page backwards', { account: 'a1', seq: { $gt: 4000 } }, ['seq', 1], 10],
    ['several states merged in order', { state: { $in: ['open', 'held'] } }, ['at', -1], 10],
    ['a range of dates', { state: 'open', at: { $gte: new Date(9000), $lt: new Date(21000) } }, undefined, 4],
    ['inside $and', { $and: [{ account: 'a0' }, { seq: { $lte: 27 } }] }, undefined, 10],
    ['an element of a list', { tags: 't7' }, undefined, 10],
    ['in order of _id', { _id: { $gt: 'd3000' } }, ['_id', 1], 10],
    ['the last by _id', {}, ['_id', -1], 10],
  ] as const)('%s', async (_, filter, sort, rows) => {
    const read = await bench.rowsExaminedBy(() => bench.find(filter, { sort: sort && [sort], limit: 10 }))
    expect(read).toBe(rows)
  })

  it('gives the same answers as reading everything', async () => {
    const same = async (filter: Record<string, unknown>, sort: [string, 1 | -1][]): Promise<void> => {
      const byIndex = await bench.find(filter, { sort, limit: 50 })
      // A sum that is always true keeps the planner from any index.
      const byScan = await bench.find({ $or: [filter] }, { sort, limit: 50 })
      expect(byIndex.map(({ _id }) => _id)).toEqual(byScan.map(({ _id }) => _id))
    }
    await same({ account: 'a2', seq: { $lt: 3000, $gte: 100 } }, [['seq', -1]])
    await same({ state: { $in: ['held', 'closed', 'none'] }, at: { $gt: new Date(50_000) } }, [['at', 1]])
    await same({ tags: { $in: ['t1', 'all'] } }, [['plain', -1]])
    await same({ account: { $gt: 'a0' }, seq: { $mod: [7, 0] } }, [
      ['account', 1],
      ['seq', -1],
    ])
  })
})

describe('a unique index', () => {
  const bench = new Bench(
    things({
      name: 'one_code',
      fields: [
        ['owner', 1],
        ['code', 1],
      ],
      unique: true,
    }),
  )
  afterAll(() => bench.stop())

  it('refuses a second document with the same key, a missing field counting as null', async () => {
    await bench.insert([
      { _id: 'a', owner: 'li', code: '1' },
      { _id: 'b', owner: 'li' },
    ])
    expect(await refusal(bench.insert([{ _id: 'c', owner: 'li', code: '1' }]))).toBe('DUPLICATE_KEY')
    expect(await refusal(bench.insert([{ _id: 'c', owner: 'li', code: null }]))).toBe('DUPLICATE_KEY')
    expect(await refusal(bench.update('b', { $set: { code: '1' } }))).toBe('DUPLICATE_KEY')
    expect(await refusal(bench.update({ owner: 'li' }, { $set: { code: '2' } }, { multi: true }))).toBe(
      'DUPLICATE_KEY',
    )
    expect(await bench.ids({ owner: 'li', code: '1' })).toBe('a')
  })

  it('lets a key be taken again once it is free', async () => {
    await bench.update('a', { $set: { code: '9' } })
    await bench.insert([{ _id: 'c', owner: 'li', code: '1' }])
    await bench.engine.remove('things', { _id: 'c' }, false)
    await bench.insert([{ _id: 'd', owner: 'li', code: '1' }])
    expect(await bench.ids({ owner: 'li' })).toBe('b d a')
  })

  it('refuses two lists as one key', async () => {
    expect(await refusal(bench.insert([{ _id: 'p', owner: ['a'], code: ['b'] }]))).toBe('INVALID_REQUEST')
  })
})

describe('a file that is opened again', () => {
  const byN: IndexDefinition = { name: 'by_n', fields: [['n', 1]] }
  let bench: Bench

  beforeEach(async () => {
    bench = new Bench(things(byN))
    await bench.insert([
      { _id: 'b', n: 2, at: new Date(5) },
      { _id: 'a', n: 1 },
      { _id: 'c', n: 2 },
    ])
  })
  afterEach(() => bench.stop())

  it('is refused when a newer version wrote it', async () => {
    await bench.engine.close()
    edit('PRAGMA user_version = 99')
    expect(() => openEngine({ directory: bench.directory, collections: {} })).toThrow('newer version')
    edit('PRAGMA user_version = 1')
  })

  it('is refused when a new unique index does not hold, naming both documents', async () => {
    const unique: IndexDefinition = { name: 'one_n', fields: [['n', 1]], unique: true }
    await expect(bench.reopen(things(unique))).rejects.toThrow('documents "b" and "c" have the same key')
    await bench.reopen(things(byN))
    expect(await bench.ids({ n: { $gte: 1 } })).toBe('a b c')
  })

  it('has its documents, and indexes as they are declared now', async () => {
    await bench.reopen(things({ name: 'by_n', fields: [['n', -1]] }, { name: 'by_at', fields: [['at', 1]] }))
    expect(await bench.get('b')).toEqual({ _id: 'b', n: 2, at: new Date(5) })
    expect(await bench.rowsExaminedBy(() => bench.ids({ at: new Date(5) }))).toBe(1)
    await bench.reopen(things())
    expect(await bench.ids({ n: 2 })).toBe('b c')
  })

  it('remembers that an index holds lists', async () => {
    await bench.insert([{ _id: 'l', n: [0, 9] }])
    await bench.reopen(things(byN))
    expect(await bench.ids({ n: { $gt: 5, $lt: 1 } })).toBe('l')
    expect(await bench.ids({}, [['n', -1]])).toBe('l b c a')
  })

  it('can be read and altered by hand, and the indexes follow, also while it is open', async () => {
    edit(`UPDATE things SET doc = json_set(doc, '$.n', 7) WHERE _id = 'a'`)
    edit(`INSERT INTO things (_id, doc) VALUES ('h', '{"_id":"h","n":8}')`)
    edit(`DELETE FROM things WHERE _id = 'c'`)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await bench.ids({ n: { $gt: 0 } }, [['n', -1]])).toBe('h a b')
    await bench.insert([{ _id: 'next', n: 9 }])
    await bench.engine.close()
    edit(`UPDATE things SET doc = json_set(doc, '$.n', 3) WHERE _id = 'h'`)
    await bench.reopen(things(byN))
    expect(await bench.ids({ n: { $lt: 8 } }, [['n', 1]])).toBe('b h a')
  })

  it('refuses a commit that an alteration by hand has made impossible, whole, and no other of its batch', async () => {
    edit('DELETE FROM things')
    const engine = await bench.reopen(things({ name: 'one_n', fields: [['n', 1]], unique: true }))
    const [first, refused, last] = [engine.begin(), engine.begin(), engine.begin()]
    await bench.insert([{ _id: 'first', n: 1 }], first)
    await bench.insert(
      [
        { _id: 'half', n: 0 },
        { _id: 'refused', n: 2 },
      ],
      refused,
    )
    await bench.insert([{ _id: 'last', n: 3 }], last)
    edit(`INSERT INTO things (_id, doc) VALUES ('hand', '{"_id":"hand","n":2}')`)
    await new Promise((resolve) => setTimeout(resolve, 60))
    const outcomes = await Promise.all([refused, first, last].map((id) => refusal(engine.commit(id))))
    expect(outcomes).toEqual(['DUPLICATE_KEY', 'accepted', 'accepted'])
    expect(await bench.ids({}, [['n', 1]])).toBe('first hand last')
  })

  it('names a document that was broken by hand', async () => {
    edit(`UPDATE things SET doc = '{"n":' WHERE _id = 'a'`)
    await bench.reopen(things(byN))
    await expect(bench.get('a')).rejects.toThrow('not valid JSON')
    expect(await bench.ids({ n: 2 })).toBe('b c')
  })

  it('keeps a document that no index can hold out of them, until it is altered again', async () => {
    edit('DELETE FROM things')
    const byLists: IndexDefinition = {
      name: 'by_lists',
      fields: [
        ['k', 1],
        ['l', 1],
      ],
    }
    await bench.reopen(things(byLists))
    await bench.insert([
      { _id: 'a', k: 1, l: 1 },
      { _id: 'b', k: 2, l: 2 },
    ])
    edit(`UPDATE things SET doc = '{"_id":"a","k":[1],"l":[1]}' WHERE _id = 'a'`)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await bench.ids({ k: { $gt: 0 } })).toBe('b')
    expect(await bench.get('a')).toMatchObject({ k: [1] })
    await bench.engine.close()
    edit(`UPDATE things SET doc = json_set(doc, '$.k', json('[3]')) WHERE _id = 'a'`)
    await bench.reopen(things(byLists))
    expect(await bench.ids({ k: { $gt: 0 } })).toBe('b')
    edit(`UPDATE things SET doc = json_set(doc, '$.l', 3) WHERE _id = 'a'`)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await bench.ids({ k: { $gt: 0 } })).toBe('b a')
  })

  function edit(sql: string): void {
    const file = new Database(join(bench.directory, 'data.sqlite'))
    file.exec(sql)
    file.close()
  }
})

describe('a collection', () => {
  const bench = new Bench()
  afterAll(() => bench.stop())

  it('is made on request, once, and lasts', async () => {
    expect(await refusal(bench.insert([{ _id: 'a' }], undefined, 'late'))).toBe('COLLECTION_NOT_EXIST')
    await bench.engine.createCollection('late')
    await bench.engine.createCollection('late')
    await bench.insert([{ _id: 'a' }], undefined, 'late')
    await bench.reopen({})
    expect(await bench.engine.count('late', {})).toBe(1)
  })

  it.each(['', '1st', 'a/b', '~meta', 'Late', 'x'.repeat(65)])('refuses the name %j', async (name) => {
    expect(await refusal(bench.engine.createCollection(name))).toBe('INVALID_REQUEST')
  })
})
