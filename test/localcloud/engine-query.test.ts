import { Bench, refusal } from './engine-support'

describe('what a query may ask', () => {
  const bench = new Bench()
  afterAll(() => bench.stop())

  beforeAll(() =>
    bench.insert([
      { _id: 'null', v: null },
      { _id: 'missing' },
      { _id: 'one', v: 1, tags: ['a', 'b'], o: { x: 1, y: 2 } },
      { _id: 'two', v: 2, tags: [], o: { y: 2, x: 1 } },
      { _id: 'nan', v: NaN },
      {
        _id: 'text',
        v: 'Li',
        rows: [
          { n: 1, ok: true },
          { n: 5, ok: false },
        ],
      },
      { _id: 'list', v: [1, 5], rows: [{ n: 3, ok: true }] },
      { _id: 'yes', v: true },
      { _id: 'day', v: new Date('2026-01-01') },
      { _id: 'emoji', v: '😀' },
      { _id: 'private', v: '\uffee' },
    ]),
  )

  it.each([
    ['$where', { $where: 'true' }],
    ['$jsonSchema', { $jsonSchema: {} }],
    ['an unknown operator', { v: { $near: 1 } }],
    ['operators beside fields', { v: { $gt: 1, a: 2 } }],
    ['undefined', { v: undefined }],
    ['an undefined operand', { v: { $gt: undefined } }],
    ['an empty $or', { $or: [] }],
    ['a broken pattern', { v: { $regex: '(' } }],
    ['a forbidden path', { '__proto__.x': 1 }],
    ['an operator inside a literal', { v: { $eq: { $gt: 1 } } }],
  ])('refuses %s', async (_, filter) => {
    expect(await refusal(bench.find(filter))).toBe('INVALID_REQUEST')
  })

  it('refuses a filter nested deeper than 100 levels', async () => {
    let filter: Record<string, unknown> = { v: 1 }
    for (let i = 0; i < 150; i++) filter = { $and: [filter] }
    expect(await refusal(bench.find(filter))).toBe('INVALID_REQUEST')
  })

  it('refuses a missing collection, and limits beyond what CloudBase serves', async () => {
    expect(await refusal(bench.engine.find({ collection: 'nowhere', filter: {} }))).toBe(
      'COLLECTION_NOT_EXIST',
    )
    expect(await refusal(bench.find({}, { limit: 1001 }))).toBe('LIMIT_EXCEEDED')
    expect(await refusal(bench.find({}, { limit: 0 }))).toBe('INVALID_REQUEST')
  })

  it.each([
    ['null matches missing', { v: null }, 'null missing'],
    ['$lte null matches missing', { v: { $lte: null } }, 'null missing'],
    ['$gt null matches nothing', { v: { $gt: null } }, ''],
    ['$exists tells null from missing', { v: { $exists: false } }, 'missing'],
    ['$ne counts a missing field', { v: { $ne: 1 } }, 'null missing two nan text yes day emoji private'],
    ['$nin is the reverse of $in', { v: { $nin: [null, 1, 2, true, NaN] } }, 'text day emoji private'],
    ['a range stays within its type', { v: { $gte: 1 } }, 'one two list'],
    ['a range of texts leaves numbers out', { v: { $lt: 'zz' } }, 'text'],
    ['NaN is found by itself alone', { v: { $gte: NaN } }, 'nan'],
    ['dates compare with dates', { v: { $gt: new Date('2025-12-31') } }, 'day'],
    ['an array matches by element', { v: 5 }, 'list'],
    ['an array matches whole', { v: [1, 5] }, 'list'],
    ['and not in another order', { v: [5, 1] }, ''],
    ['an empty array is no null', { tags: [] }, 'two'],
    ['sub-documents match in their own key order only', { o: { x: 1, y: 2 } }, 'one'],
    ['a part of a sub-document does not match', { o: { x: 1 } }, ''],
    ['a dotted path ignores order', { 'o.x': 1, 'o.y': 2 }, 'one two'],
    ['a place in an array', { 'tags.1': 'b' }, 'one'],
    ['a path through an array', { 'rows.n': 3 }, 'list'],
    ['conditions on different elements', { 'rows.n': 5, 'rows.ok': true }, 'text'],
    ['$elemMatch wants one element', { rows: { $elemMatch: { n: 5, ok: true } } }, ''],
    ['$elemMatch of values', { v: { $elemMatch: { $gt: 4, $lt: 6 } } }, 'list'],
    ['two ranges may be met by two elements', { v: { $gt: 4, $lt: 2 } }, 'list'],
    ['$all', { tags: { $all: ['a', 'b'] } }, 'one'],
    ['$size', { tags: { $size: 0 } }, 'two'],
    ['$not counts missing', { tags: { $not: { $size: 0 } }, o: { $exists: true } }, 'one'],
    ['$mod', { v: { $mod: [2, 0] } }, 'two'],
    ['$type', { v: { $type: ['bool', 'date'] } }, 'yes day'],
    ['a pattern', { v: /^l/i }, 'text'],
    ['$regex with $options', { v: { $regex: '^l', $options: 'i' } }, 'text'],
    ['$or of $and', { $or: [{ v: 1, tags: 'a' }, { $and: [{ v: 2 }] }] }, 'one two'],
    ['$nor', { $nor: [{ v: { $exists: true } }, { tags: 'a' }] }, 'missing'],
    ['a field named like a method', { constructor: { $exists: true } }, ''],
  ])('%s', async (_, filter, expected) => {
    expect(await bench.ids(filter)).toBe(expected)
  })

  it('sorts across types in BSON order, texts by code point, arrays by their least element', async () => {
    expect(await bench.ids({}, [['v', 1]])).toBe('null missing nan one list two text private emoji yes day')
    expect(await bench.ids({}, [['v', -1]])).toBe('day yes emoji private text list two one nan null missing')
  })

  it('skips, limits and counts', async () => {
    const page = await bench.find({}, { sort: [['_id', 1]], offset: 2, limit: 3 })
    expect(page.map(({ _id }) => _id)).toEqual(['list', 'missing', 'nan'])
    expect(await bench.engine.count('things', {})).toBe(11)
    expect(await bench.engine.count('things', { v: { $gt: 0 } })).toBe(3)
  })

  it('shows only the fields asked for', async () => {
    const shown = async (projection: Record<string, unknown>, id = 'text') =>
      (await bench.find({ _id: id }, { projection }))[0]
    expect(await refusal(shown({ v: 1, rows: 0 }))).toBe('INVALID_REQUEST')
    expect(await refusal(shown({ v: { $add: [1, 2] } }))).toBe('INVALID_REQUEST')
    expect(await shown({ v: 1 })).toEqual({ _id: 'text', v: 'Li' })
    expect(await shown({ v: true, _id: 0 })).toEqual({ v: 'Li' })
    expect(await shown({ rows: 0 })).toEqual({ _id: 'text', v: 'Li' })
    expect(await shown({ 'rows.ok': 0, v: 0 })).toEqual({ _id: 'text', rows: [{ n: 1 }, { n: 5 }] })
    expect(await shown({ 'rows.n': 1 })).toEqual({ _id: 'text', rows: [{ n: 1 }, { n: 5 }] })
    expect(await shown({ rows: { $slice: -1 }, v: 1 })).toEqual({
      _id: 'text',
      v: 'Li',
      rows: [{ n: 5, ok: false }],
    })
    expect(await shown({ rows: { $elemMatch: { n: 5 } } })).toEqual({
      _id: 'text',
      rows: [{ n: 5, ok: false }],
    })
    expect(await shown({ tags: { $slice: 1 } }, 'one')).toEqual({
      _id: 'one',
      v: 1,
      tags: ['a'],
      o: { x: 1, y: 2 },
    })
  })
})

describe('what an aggregation may ask', () => {
  const bench = new Bench({
    things: {
      indexes: [
        {
          name: 'by_kind',
          fields: [
            ['kind', 1],
            ['n', -1],
          ],
        },
      ],
    },
    kinds: { indexes: [] },
  })
  afterAll(() => bench.stop())

  beforeAll(async () => {
    await bench.insert([1, 2, 3, 4, 5, 6].map((n) => ({ _id: `t${n}`, n, kind: n % 2 ? 'odd' : 'even' })))
    await bench.insert([{ _id: 'odd', title: '单' }], undefined, 'kinds')
  })

  const run = (...stages: Record<string, unknown>[]) => bench.engine.aggregate('things', stages)

  it.each([
    ['$out', { $out: 'kinds' }],
    ['$merge', { $merge: { into: 'kinds' } }],
    ['$geoNear', { $geoNear: {} }],
    ['$where inside $match', { $match: { $where: 'true' } }],
    ['$function', { $addFields: { x: { $function: { body: 'x', args: [], lang: 'js' } } } }],
    ['$out inside $facet', { $facet: { a: [{ $out: 'kinds' }] } }],
    ['two operators in a stage', { $match: {}, $limit: 1 }],
    ['an unknown expression', { $addFields: { x: { $nonsense: 1 } } }],
    ['a limit of 0', { $limit: 0 }],
  ])('refuses %s', async (_, stage) => {
    expect(await refusal(run(stage))).toBe('INVALID_REQUEST')
  })

  it('serves the leading match, sort and limit from the index', async () => {
    let result: unknown
    const rows = await bench.rowsExaminedBy(async () => {
      result = await run(
        { $match: { kind: 'odd' } },
        { $sort: { n: -1 } },
        { $limit: 2 },
        { $project: { n: 1, _id: 0 } },
      )
    })
    expect(result).toEqual([{ n: 5 }, { n: 3 }])
    expect(rows).toBe(2)
  })

  it('groups, joins and sorts', async () => {
    const result = await run(
      { $group: { _id: '$kind', sum: { $sum: '$n' } } },
      { $lookup: { from: 'kinds', localField: '_id', foreignField: '_id', as: 'kind' } },
      { $match: { $expr: { $gt: ['$sum', 1] } } },
      { $sort: { sum: 1 } },
    )
    expect(result).toEqual([
      { _id: 'odd', sum: 9, kind: [{ _id: 'odd', title: '单' }] },
      { _id: 'even', sum: 12, kind: [] },
    ])
  })

  it('groups by sub-documents with regard to the order of their keys, and counts null with missing', async () => {
    const group = (groupBy: unknown) => run({ $group: { _id: groupBy, c: { $sum: 1 } } })
    const ordered = { $cond: [{ $lt: ['$n', 3] }, { a: 1, b: 2 }, { b: 2, a: 1 }] }
    expect(JSON.stringify(await group(ordered))).toBe(
      '[{"_id":{"a":1,"b":2},"c":2},{"_id":{"b":2,"a":1},"c":4}]',
    )
    expect(await group('$none')).toEqual([{ _id: null, c: 6 }])
  })

  it('puts documents into buckets', async () => {
    const bucket = { groupBy: '$n', boundaries: [0, 3, 5], default: 'more', output: { c: { $sum: 1 } } }
    expect(JSON.stringify(await run({ $bucket: bucket }))).toBe(
      '[{"_id":0,"c":2},{"_id":3,"c":2},{"_id":"more","c":2}]',
    )
  })

  it('names a missing collection of a $lookup', async () => {
    const stage = { $lookup: { from: 'nowhere', localField: '_id', foreignField: '_id', as: 'x' } }
    expect(await refusal(run(stage))).toBe('COLLECTION_NOT_EXIST')
  })
})
