import { Bench, refusal } from './engine-support'

const bench = new Bench()
afterAll(() => bench.stop())

describe('an update that is refused', () => {
  it.each([
    ['$inc of a text', { v: 'a' }, { $inc: { v: 1 } }],
    ['$inc of null', { v: null }, { $inc: { v: 1 } }],
    ['$inc by a text', { v: 1 }, { $inc: { v: '1' } }],
    ['$mul of a list', { v: [1] }, { $mul: { v: 2 } }],
    ['$set through a scalar', { v: 1 }, { $set: { 'v.x': 1 } }],
    ['$set through null', { v: null }, { $set: { 'v.x': 1 } }],
    ['a named field of a list', { v: [] }, { $set: { 'v.x': 1 } }],
    ['a place far beyond a list', { v: [] }, { $set: { 'v.99999': 1 } }],
    ['another _id', {}, { $set: { _id: 'y' } }],
    ['no _id', {}, { $unset: { _id: '' } }],
    ['a path twice', {}, { $set: { v: 1 }, $inc: { v: 1 } }],
    ['a path and one inside it', {}, { $set: { v: {}, 'v.x': 1 } }],
    ['an unknown operator', {}, { $frobnicate: { v: 1 } }],
    ['fields beside operators', {}, { $set: { v: 1 }, w: 2 }],
    ['nothing', {}, {}],
    ['an operator as a stored key', {}, { $set: { v: { $gt: 1 } } }],
    ['a NUL in a key', {}, { $set: { v: { 'a\0': 1 } } }],
    ['a prototype', {}, { $set: { '__proto__.x': 1 } }],
    ['a function', {}, { $set: { v: () => 1 } }],
    ['a positional path', { v: [1] }, { $set: { 'v.$': 1 } }],
    ['$push onto a text', { v: 'a' }, { $push: { v: 1 } }],
    ['an unknown modifier', {}, { $push: { v: { $each: [1], $colour: 1 } } }],
    ['$pop of a number', { v: 1 }, { $pop: { v: 1 } }],
    ['$pop by 2', { v: [1] }, { $pop: { v: 2 } }],
    ['$currentDate as timestamp', {}, { $currentDate: { v: { $type: 'timestamp' } } }],
  ])('%s', async (_, document, change) => {
    expect(await refusal(bench.after(document, change))).toBe('INVALID_REQUEST')
    expect(await bench.get('x')).toEqual({ _id: 'x', ...document })
  })

  it('a replacement of several, or one with another _id', async () => {
    expect(await refusal(bench.update({}, { a: 1 }, { replace: true, multi: true }))).toBe('INVALID_REQUEST')
    expect(await refusal(bench.update('x', { _id: 'y' }, { replace: true }))).toBe('INVALID_REQUEST')
  })

  it('a removal without a filter', async () => {
    expect(await refusal(bench.engine.remove('things', {}, true))).toBe('INVALID_REQUEST')
  })

  it('an insert whose _id is no text, or that is too large', async () => {
    expect(await refusal(bench.insert([{ _id: 5 }]))).toBe('INVALID_REQUEST')
    expect(await refusal(bench.insert([{ _id: '' }]))).toBe('INVALID_REQUEST')
    expect(await refusal(bench.insert([]))).toBe('INVALID_REQUEST')
    expect(await refusal(bench.insert([{ _id: 'big', v: 'x'.repeat(17 * 1024 * 1024) }]))).toBe(
      'LIMIT_EXCEEDED',
    )
    expect(await refusal(bench.insert(Array.from({ length: 1001 }, () => ({}))))).toBe('LIMIT_EXCEEDED')
  })

  it('leaves none of an insert behind when one document of it is a duplicate', async () => {
    await bench.insert([{ _id: 'twice' }])
    expect(await refusal(bench.insert([{ _id: 'fresh' }, { _id: 'twice' }]))).toBe('DUPLICATE_KEY')
    expect(await bench.get('fresh')).toBeUndefined()
  })

  it('harms no other write of the same moment', async () => {
    await bench.after({ n: 0, text: 'a' }, { $inc: { n: 1 } })
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((i) => refusal(bench.update('x', { $inc: { [i === 2 ? 'text' : 'n']: 1 } }))),
    )
    expect(outcomes).toEqual(['accepted', 'INVALID_REQUEST', 'accepted', 'accepted'])
    expect(await bench.get('x')).toEqual({ _id: 'x', n: 4, text: 'a' })
  })
})

describe('an update', () => {
  const day = new Date('2026-01-01')
  it.each([
    ['$set makes objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set by place fills up with null', { v: [1] }, { $set: { 'v.2': 3 } }, { v: [1, null, 3] }],
    ['$set inside a list', { v: [{ a: 1 }] }, { $set: { 'v.0.a': 2 } }, { v: [{ a: 2 }] }],
    ['$unset', { v: 1, w: { x: 1 } }, { $unset: { v: '', 'w.x': '' } }, { w: {} }],
    ['$unset in a list leaves null', { v: [1, 2] }, { $unset: { 'v.0': '' } }, { v: [null, 2] }],
    ['$inc of a missing field', {}, { $inc: { 'a.n': 2 } }, { a: { n: 2 } }],
    ['$mul of a missing field', { n: 3 }, { $mul: { n: 2, m: 2 } }, { n: 6, m: 0 }],
    [
      '$min and $max across types',
      { a: 5, b: 'x' },
      { $min: { a: 3, c: 1 }, $max: { b: 9 } },
      { a: 3, b: 'x', c: 1 },
    ],
    ['$rename', { a: { b: 1 } }, { $rename: { 'a.b': 'c.d' } }, { a: {}, c: { d: 1 } }],
    ['$push', { v: [1] }, { $push: { v: [2] } }, { v: [1, [2]] }],
    ['$push with modifiers', { v: [5] }, { $push: { v: { $each: [1, 3], $position: 0 } } }, { v: [1, 3, 5] }],
    ['$push keeps the last', { v: [1, 2] }, { $push: { v: { $each: [3], $slice: -2 } } }, { v: [2, 3] }],
    ['$push sorts', { v: [2] }, { $push: { v: { $each: [3, 1], $sort: -1, $slice: 2 } } }, { v: [3, 2] }],
    [
      '$push sorts documents',
      {},
      { $push: { v: { $each: [{ n: 2 }, { n: 1 }], $sort: { n: 1 } } } },
      { v: [{ n: 1 }, { n: 2 }] },
    ],
    [
      '$addToSet',
      { v: [1, { a: 1 }] },
      { $addToSet: { v: { $each: [1, { a: 1 }, 2, 2] } } },
      { v: [1, { a: 1 }, 2] },
    ],
    ['$pop', { v: [1, 2], w: [1, 2] }, { $pop: { v: 1, w: -1 } }, { v: [1], w: [2] }],
    ['$pull by value', { v: [1, 2, 1] }, { $pull: { v: 1 } }, { v: [2] }],
    ['$pull by operators', { v: [1, 2, 3] }, { $pull: { v: { $gte: 2 } } }, { v: [1] }],
    ['$pull of documents', { v: [{ a: 1, b: 2 }, { a: 2 }] }, { $pull: { v: { a: 1 } } }, { v: [{ a: 2 }] }],
    ['$pullAll', { v: [1, 2, 3] }, { $pullAll: { v: [1, 3] } }, { v: [2] }],
    ['$bit', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
    [
      '$setOnInsert changes nothing that is there',
      { n: 1 },
      { $setOnInsert: { n: 2 }, $set: { m: 1 } },
      { n: 1, m: 1 },
    ],
    [
      'dates, patterns and NaN are kept',
      {},
      { $set: { d: day, r: /^a/i, n: NaN } },
      { d: day, r: /^a/i, n: NaN },
    ],
  ])('%s', async (_, document, change, expected) => {
    expect(await bench.after(document, change)).toEqual({ _id: 'x', ...expected })
  })

  it("writes the engine's own time for $currentDate", async () => {
    expect(await bench.after({}, { $currentDate: { at: true } })).toEqual({
      _id: 'x',
      at: new Date(bench.now),
    })
  })

  it('counts only documents that it changes', async () => {
    await bench.after({ n: 1 }, { $set: { n: 2 } })
    expect(await bench.update('x', { $set: { n: 2 } })).toBe(0)
    expect(await bench.update('absent', { $set: { n: 2 } })).toBe(0)
  })

  it('changes one document or all', async () => {
    await bench.insert([1, 2, 3].map((n) => ({ _id: `m${n}`, group: 'm' })))
    expect(await bench.update({ group: 'm' }, { $set: { seen: 1 } })).toBe(1)
    expect(await bench.update({ group: 'm' }, { $set: { seen: 2 } }, { multi: true })).toBe(3)
    expect(await bench.engine.remove('things', { group: 'm' }, false)).toBe(1)
    expect(await bench.engine.remove('things', { group: 'm' }, true)).toBe(2)
  })

  it('replaces a document whole', async () => {
    await bench.after({ a: 1, b: 2 }, { $set: { c: 3 } })
    await bench.update('x', { b: 3 }, { replace: true })
    expect(await bench.get('x')).toEqual({ _id: 'x', b: 3 })
  })

  it('inserts when there is nothing to update and it may', async () => {
    const upsert = (filter: Record<string, unknown>, change: Record<string, unknown>, replace = false) =>
      bench.engine.modifyAndReturn({
        collection: 'things',
        filter,
        change,
        replace,
        upsert: true,
        multi: false,
      })
    expect(
      await upsert({ _id: 'u1', 'a.b': 1, n: { $gt: 3 } }, { $inc: { n: 1 }, $setOnInsert: { s: 2 } }),
    ).toEqual({
      updated: 0,
      upsertedId: 'u1',
      document: { _id: 'u1', a: { b: 1 }, n: 1, s: 2 },
    })
    expect((await upsert({ _id: 'u2' }, { n: 1 }, true)).document).toEqual({ _id: 'u2', n: 1 })
    expect((await upsert({ _id: 'u2' }, { n: 2 }, true)).document).toEqual({ _id: 'u2', n: 2 })
    expect((await upsert({ kind: 'none' }, { $set: { n: 1 } })).upsertedId).toMatch(/^[0-9a-f]{32}$/)
  })

  it('never shares a document with its caller', async () => {
    const own = { _id: 'own', list: [1] }
    await bench.insert([own])
    own.list.push(2)
    expect(await bench.get('own')).toEqual({ _id: 'own', list: [1] })
  })
})

describe('300 who want one of 200', () => {
  it('serves exactly 200, each once, and tells the others', async () => {
    await bench.insert([{ _id: 'stock', left: 200, reserved: {} }])
    const take = (member: number): Promise<number> =>
      bench.update(
        { _id: 'stock', left: { $gte: 1 }, [`reserved.m${member}`]: { $exists: false } },
        { $inc: { left: -1 }, $set: { [`reserved.m${member}`]: 1 } },
      )
    const updated = await Promise.all(Array.from({ length: 300 }, (_, i) => take(i)))
    expect(updated.filter((n) => n === 1)).toHaveLength(200)
    expect(await take(0)).toBe(0)
    const stock = await bench.get('stock')
    expect(stock?.left).toBe(0)
    expect(Object.keys(stock?.reserved as object)).toHaveLength(200)
  })
})
