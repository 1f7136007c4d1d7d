import { Bench, refusal } from './engine-support'

const bench = new Bench({ things: { indexes: [{ name: 'one_code', fields: [['code', 1]], unique: true }] } })
const { engine } = bench
afterAll(() => bench.stop())

let code = 0
beforeEach(async () => {
  await bench.engine.remove('things', { _id: { $gte: '' } }, true)
  await bench.insert([
    { _id: 'a', n: 1, code: 'a' },
    { _id: 'b', n: 1, code: 'b' },
  ])
  code++
})

const inc = (id: string, transactionId?: string): Promise<number> =>
  bench.update(id, { $inc: { n: 1 } }, { transactionId })

describe('a transaction is refused', () => {
  it('to look for documents by anything but _id', async () => {
    const asked = [{ n: 1 }, {}, { _id: { $in: ['a'] } }, { _id: /a/ }]
    for (const filter of asked) {
      const find = engine.find({ collection: 'things', filter, transactionId: engine.begin() })
      expect(await refusal(find)).toBe('INVALID_REQUEST')
    }
    expect(await refusal(engine.remove('things', { n: 1 }, true, engine.begin()))).toBe('INVALID_REQUEST')
  })

  it('anything after its end, and after any error', async () => {
    const ended = engine.begin()
    await engine.commit(ended)
    expect(await refusal(bench.get('a', ended))).toBe('TRANSACTION_GONE')
    expect(await refusal(engine.commit(ended))).toBe('TRANSACTION_GONE')
    expect(await refusal(engine.abort(ended))).toBe('TRANSACTION_GONE')
    const failed = engine.begin()
    await inc('a', failed)
    expect(await refusal(bench.update('a', { $inc: { code: 1 } }, { transactionId: failed }))).toBe(
      'INVALID_REQUEST',
    )
    expect(await refusal(inc('b', failed))).toBe('TRANSACTION_GONE')
    expect(await inc('a')).toBe(1)
    expect((await bench.get('a'))?.n).toBe(2)
  })

  it('to live longer than 30 s', async () => {
    const old = engine.begin()
    await inc('a', old)
    bench.now += 30_000
    expect(await refusal(inc('a', old))).toBe('TRANSACTION_GONE')
    expect(await inc('a', engine.begin())).toBe(1)
    bench.now += 30_000
  })

  it('to be one of more than 2,000', async () => {
    const open: string[] = []
    expect(() => {
      for (let i = 0; i < 2001; i++) open.push(engine.begin())
    }).toThrow('at most 2000')
    await Promise.all(open.map((id) => engine.abort(id)))
  })
})

describe('two transactions', () => {
  it('conflict at once when both write one document, and the second is aborted', async () => {
    const [first, second] = [engine.begin(), engine.begin()]
    await inc('a', first)
    await inc('b', second)
    expect(await refusal(inc('a', second))).toBe('TRANSACTION_CONFLICT')
    await engine.commit(first)
    expect(await refusal(engine.commit(second))).toBe('TRANSACTION_GONE')
    expect([(await bench.get('a'))?.n, (await bench.get('b'))?.n]).toEqual([2, 1])
  })

  it('cannot lose an update: the later writer sees a conflict even after the first has committed', async () => {
    const [first, second] = [engine.begin(), engine.begin()]
    await bench.get('a', second)
    await inc('a', first)
    await engine.commit(first)
    expect(await refusal(inc('a', second))).toBe('TRANSACTION_CONFLICT')
  })

  it('conflict when both insert one _id', async () => {
    const [first, second] = [engine.begin(), engine.begin()]
    await bench.insert([{ _id: 'new', code: 1 }], first)
    expect(await refusal(bench.insert([{ _id: 'new', code: 2 }], second))).toBe('TRANSACTION_CONFLICT')
    await engine.commit(first)
  })

  it('conflict when both take one unique key', async () => {
    const [first, second, third] = [engine.begin(), engine.begin(), engine.begin()]
    await bench.insert([{ _id: 'x', code: 'k' }], first)
    expect(await refusal(bench.insert([{ _id: 'y', code: 'k' }], second))).toBe('TRANSACTION_CONFLICT')
    await engine.commit(first)
    expect(await refusal(bench.insert([{ _id: 'z', code: 'k' }], third))).toBe('TRANSACTION_CONFLICT')
    expect(await refusal(bench.insert([{ _id: 'z', code: 'k' }], engine.begin()))).toBe('DUPLICATE_KEY')
  })

  it('may skew: each reads what the other writes (snapshot isolation allows it)', async () => {
    const [first, second] = [engine.begin(), engine.begin()]
    await bench.get('b', first)
    await bench.get('a', second)
    await inc('a', first)
    await inc('b', second)
    await engine.commit(first)
    expect(await refusal(engine.commit(second))).toBe('accepted')
  })

  it('of 40 that increment at once with retries, none is lost', async () => {
    const once = async (): Promise<void> => {
      for (;;) {
        const id = engine.begin()
        try {
          const document = await bench.get('a', id)
          await bench.update('a', { $set: { n: Number(document?.n) + 1 } }, { transactionId: id })
          return await engine.commit(id)
        } catch {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
        }
      }
    }
    await Promise.all(Array.from({ length: 40 }, once))
    expect((await bench.get('a'))?.n).toBe(41)
  })
})

describe('a snapshot', () => {
  it('sees the documents as they were when it began, whatever is written, removed or inserted after', async () => {
    const id = engine.begin()
    await inc('a')
    await inc('a')
    await engine.remove('things', { _id: 'b' }, false)
    await bench.insert([{ _id: 'c', n: 1, code: 'c' }])
    expect((await bench.get('a', id))?.n).toBe(1)
    expect((await bench.get('b', id))?.n).toBe(1)
    expect(await bench.get('c', id)).toBeUndefined()
    expect((await bench.get('a'))?.n).toBe(3)
    await engine.commit(id)
  })

  it('sees its own writes, and nobody else does before it commits', async () => {
    const id = engine.begin()
    await inc('a', id)
    await bench.insert([{ _id: 'c', n: 5, code: 'c' }], id)
    await engine.remove('things', { _id: 'b' }, false, id)
    const inside = [await bench.get('a', id), await bench.get('b', id), await bench.get('c', id)]
    expect(inside.map((document) => document?.n)).toEqual([2, undefined, 5])
    expect(await bench.ids({ n: 1 })).toBe('a b')
    await engine.commit(id)
    expect(await bench.ids({}, [['_id', 1]])).toBe('a c')
  })

  it('leaves nothing behind when it is aborted', async () => {
    const id = engine.begin()
    await inc('a', id)
    await bench.insert([{ _id: 'c', code: 'c' }], id)
    engine.abort(id)
    expect(await bench.ids({ n: 1 })).toBe('a b')
    expect(await bench.ids({ code: 'c' })).toBe('')
  })

  it('checks a condition beside the _id against what it sees', async () => {
    const id = engine.begin()
    const spend = {
      collection: 'things',
      change: { $inc: { n: -1 } },
      replace: false,
      upsert: false,
      multi: false,
    }
    expect(
      await engine.modify({ ...spend, filter: { _id: 'a', n: { $gte: 1 } }, transactionId: id }),
    ).toEqual({ updated: 1 })
    expect(
      await engine.modify({ ...spend, filter: { _id: 'a', n: { $gte: 1 } }, transactionId: id }),
    ).toEqual({ updated: 0 })
    engine.abort(id)
  })

  it('moves a unique key from one document to another', async () => {
    const id = engine.begin()
    await bench.update('b', { $set: { seen: true } }, { transactionId: id })
    expect(await refusal(bench.insert([{ _id: 'q', code: 'a' }], engine.begin()))).toBe('DUPLICATE_KEY')
    await bench.update('a', { $set: { code: 'free' } }, { transactionId: id })
    await bench.update('b', { $set: { code: 'a' } }, { transactionId: id })
    await engine.commit(id)
    expect(await bench.ids({ code: 'a' })).toBe('b')
  })

  it('replaces and upserts by _id', async () => {
    const id = engine.begin()
    const set = { collection: 'things', replace: true, upsert: true, multi: false, transactionId: id }
    expect(await engine.modify({ ...set, filter: { _id: 'a' }, change: { code: `x${code}` } })).toEqual({
      updated: 1,
    })
    expect(await engine.modify({ ...set, filter: { _id: 'n' }, change: { code: `y${code}` } })).toEqual({
      updated: 0,
      upsertedId: 'n',
    })
    await engine.commit(id)
    expect([await bench.get('a'), await bench.get('n')]).toEqual([
      { _id: 'a', code: `x${code}` },
      { _id: 'n', code: `y${code}` },
    ])
  })
})

describe('a plain write beside a transaction', () => {
  it('waits for the lock, then acts on what was committed', async () => {
    const id = engine.begin()
    await inc('a', id)
    const order: string[] = []
    const waiting = [1, 2].map((i) =>
      bench.update('a', { $push: { order: i }, $inc: { n: 1 } }).then(() => order.push(`plain ${i}`)),
    )
    await inc('b').then(() => order.push('other document'))
    await engine.commit(id).then(() => order.push('commit'))
    await Promise.all(waiting)
    expect(order).toEqual(['other document', 'commit', 'plain 1', 'plain 2'])
    expect(await bench.get('a')).toMatchObject({ n: 4, order: [1, 2] })
  })

  it('is not overtaken by the next transaction', async () => {
    const first = engine.begin()
    await inc('a', first)
    const waiting = inc('a')
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = engine.begin()
    engine.abort(first)
    expect(await refusal(inc('a', second))).toBe('TRANSACTION_CONFLICT')
    expect(await waiting).toBe(1)
  })

  it('comes before those that arrived after it', async () => {
    const id = engine.begin()
    await inc('a', id)
    const push = (i: number): Promise<number> => bench.update('a', { $push: { order: i } })
    const waiting = [push(1), push(2)]
    await inc('b')
    waiting.push(push(3))
    engine.abort(id)
    await Promise.all(waiting)
    expect((await bench.get('a'))?.order).toEqual([1, 2, 3])
  })

  it('does not wait when the document is not what it asks for', async () => {
    const id = engine.begin()
    await inc('a', id)
    expect(await bench.update({ _id: 'a', n: 99 }, { $inc: { n: 1 } })).toBe(0)
    engine.abort(id)
  })

  it('waits for an _id and a unique key that a transaction is inserting', async () => {
    const id = engine.begin()
    await bench.insert([{ _id: 'c', code: 'c' }], id)
    const outcomes = [bench.insert([{ _id: 'c', code: 'd' }]), bench.insert([{ _id: 'd', code: 'c' }])].map(
      refusal,
    )
    await engine.commit(id)
    expect(await Promise.all(outcomes)).toEqual(['DUPLICATE_KEY', 'DUPLICATE_KEY'])
  })

  it('gives up after 5 s', async () => {
    const id = engine.begin()
    await inc('a', id)
    expect(await refusal(inc('a'))).toBe('TRANSACTION_CONFLICT')
    await engine.commit(id)
    expect((await bench.get('a'))?.n).toBe(2)
  })
})
