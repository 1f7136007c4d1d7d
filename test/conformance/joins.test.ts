import { $, _ } from './support/sdk'
import { ids, idsOnly, one, type Pipeline, stock, useOrders } from './support/orders'
import { refusal, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Aggregation stages that take apart, join and put into parts; raw stages; what is refused. */
const target = useTarget()
const { from, stageTable } = useOrders(target, 'conformance_joins')

stageTable('unwind', [
  [
    'one document for each element',
    (p) => one(p).unwind('$tags').project({ tags: 1 }),
    [
      { _id: 'a', tags: 'red' },
      { _id: 'a', tags: 'sweet' },
    ],
  ],
  [
    'nothing, null and empty give none; a plain value gives itself',
    (p) => idsOnly(p.unwind('$tags')),
    ids('a', 'a', 'b', 'e'),
  ],
  [
    'unless they are to be kept',
    (p) => idsOnly(p.unwind({ path: '$tags', preserveNullAndEmptyArrays: true })),
    ids('a', 'a', 'b', 'c', 'd', 'e'),
  ],
  [
    'an empty array that is kept is gone as a field',
    (p) => one(p, 'c').unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).project({ tags: 1 }),
    [{ _id: 'c' }],
  ],
  [
    'with the place of the element',
    (p) => one(p).unwind({ path: '$tags', includeArrayIndex: 'at' }).project({ at: 1 }),
    [
      { _id: 'a', at: 0 },
      { _id: 'a', at: 1 },
    ],
  ],
  [
    'a plain value has no place',
    (p) => one(p, 'e').unwind({ path: '$tags', includeArrayIndex: 'at' }).project({ at: 1, tags: 1 }),
    [{ _id: 'e', tags: 'red', at: null }],
  ],
])

const join = { from: 'conformance_stock', localField: 'item', foreignField: 'sku', as: 'stock' }
const inner = () => _.aggregate.pipeline()

stageTable('lookup', [
  [
    'joins by equal fields',
    (p) => one(p, 'b').lookup(join).project({ stock: 1 }),
    [{ _id: 'b', stock: [stock[1]] }],
  ],
  [
    'finds all that match',
    (p) =>
      one(p)
        .lookup(join)
        .project({ n: $.size('$stock') }),
    [{ _id: 'a', n: 2 }],
  ],
  [
    'gives an empty array when nothing does',
    (p) => one(p, 'd').lookup(join).project({ stock: 1 }),
    [{ _id: 'd', stock: [] }],
  ],
  [
    'what is missing here finds what is missing there',
    (p) =>
      one(p)
        .lookup({ ...join, localField: 'none' })
        .project({ stock: '$stock._id' }),
    [{ _id: 'a', stock: ['s4'] }],
  ],
  [
    'an array finds for each of its elements',
    (p) =>
      p
        .group({ _id: null, items: $.addToSet('$item') })
        .lookup({ ...join, localField: 'items' })
        .project({ _id: 0, n: $.size('$stock') }),
    [{ n: 3 }],
  ],
  [
    'by a pipeline with variables',
    (p) =>
      one(p)
        .lookup({
          from: 'conformance_stock',
          let: { item: '$item', count: '$count' },
          pipeline: inner()
            .match(_.expr($.and([$.eq(['$sku', '$$item']), $.gte(['$left', '$$count'])])))
            .project({ shelf: 1 })
            .done(),
          as: 'stock',
        })
        .project({ stock: 1 }),
    [{ _id: 'a', stock: [{ _id: 's1', shelf: 'A' }] }],
  ],
  [
    'by a pipeline without variables',
    (p) =>
      one(p)
        .lookup({
          from: 'conformance_stock',
          pipeline: inner()
            .match({ left: _.gt(5) })
            .sort({ left: 1 })
            .limit(1)
            .done(),
          as: 'stock',
        })
        .project({ stock: 1 }),
    [{ _id: 'a', stock: [stock[3]] }],
  ],
  [
    'by a pipeline that groups',
    (p) =>
      one(p)
        .lookup({
          from: 'conformance_stock',
          pipeline: inner()
            .group({ _id: null, left: $.sum('$left') })
            .done(),
          as: 's',
        })
        .project({ s: 1 }),
    [{ _id: 'a', s: [{ _id: null, left: 21 }] }],
  ],
  [
    'then replaceRoot merges',
    (p) =>
      one(p, 'b')
        .lookup(join)
        .replaceRoot({ newRoot: $.mergeObjects([$.arrayElemAt(['$stock', 0]), { item: '$item' }]) }),
    [{ _id: 's2', sku: 'pear', left: 0, shelf: 'A', item: 'pear' }],
  ],
])

stageTable('replaceRoot, bucket, bucketAuto, sortByCount, sample', [
  [
    'replaceRoot takes a document out',
    (p) => one(p, 'e').replaceRoot({ newRoot: '$to' }),
    [{ name: 'Li', no: 3 }],
  ],
  [
    'replaceRoot builds a document',
    (p) => one(p).replaceRoot({ newRoot: { what: '$item', n: $.add(['$count', 1]) } }),
    [{ what: 'apple', n: 6 }],
  ],
  [
    'bucket counts; the lower bound is inside',
    (p) => p.match({ count: _.neq(null) }).bucket({ groupBy: '$count', boundaries: [0, 3, 8, 10] }),
    [
      { _id: 0, count: 1 },
      { _id: 3, count: 2 },
      { _id: 8, count: 1 },
    ],
  ],
  [
    'bucket puts the others in the default',
    (p) =>
      p.bucket({
        groupBy: '$count',
        boundaries: [0, 5],
        default: 'more',
        output: { n: $.sum(1), ids: $.push('$_id') },
      }),
    [
      { _id: 0, n: 2, ids: ['b', 'c'] },
      { _id: 'more', n: 3, ids: ['a', 'd', 'e'] },
    ],
  ],
  [
    'bucketAuto makes parts of like size',
    (p) => p.match({ count: _.neq(null) }).bucketAuto({ groupBy: '$count', buckets: 2 }),
    [
      { _id: { min: 1, max: 5 }, count: 2 },
      { _id: { min: 5, max: 8 }, count: 2 },
    ],
  ],
  [
    'bucketAuto keeps equal values together',
    (p) => p.bucketAuto({ groupBy: '$item', buckets: 2, output: { n: $.sum(1) } }),
    [
      { _id: { min: 'apple', max: 'pear' }, n: 3 },
      { _id: { min: 'pear', max: 'plum' }, n: 2 },
    ],
  ],
  [
    'sortByCount',
    (p) => p.match({ item: _.neq('plum') }).sortByCount('$item'),
    [
      { _id: 'apple', count: 3 },
      { _id: 'pear', count: 1 },
    ],
  ],
  [
    'sortByCount of elements',
    (p) => p.unwind('$tags').sortByCount('$tags').limit(1),
    [{ _id: 'red', count: 2 }],
  ],
  [
    'sample gives so many, each once',
    (p) => p.sample({ size: 4 }).group({ _id: '$_id' }).count('n'),
    [{ n: 4 }],
  ],
  ['sample of more than there are gives all', (p) => p.sample({ size: 50 }).count('n'), [{ n: 5 }]],
])

describe('raw stages', () => {
  const raw = (...stages: Fields[]) =>
    (
      target.db.collection('conformance_joins').options({ raw: true }) as {
        aggregate: (stages: Fields[]) => Pipeline
      }
    )
      .aggregate(stages)
      .end() as Promise<{ data: Fields[] }>

  it('are MongoDB’s own', async () => {
    const { data } = await raw(
      { $match: { item: 'pear' } },
      { $project: { _id: 0, t: { $toUpper: '$item' } } },
    )
    expect(data).toEqual([{ t: 'PEAR' }])
  })

  it('$facet runs several pipelines on the same documents', async () => {
    const { data } = await raw({
      $facet: {
        n: [{ $count: 'n' }],
        first: [{ $sort: { _id: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
      },
    })
    expect(data).toEqual([{ n: [{ n: 5 }], first: [{ _id: 'a' }] }])
  })
})

describe('what a pipeline may not hold', () => {
  it.each<[title: string, build: (p: Pipeline) => Pipeline]>([
    ['a limit of 0', (p) => p.limit(0)],
    ['a skip below 0', (p) => p.skip(-1)],
    ['a sort by nothing', (p) => p.sort({})],
    ['a sort in a third direction', (p) => p.sort({ n: 2 })],
    ['a project of nothing', (p) => p.project({})],
    ['a project that keeps and leaves out', (p) => p.project({ item: 1, city: 0 })],
    ['a group without _id', (p) => p.group({ n: $.sum(1) })],
    ['a group of an expression that is no accumulator', (p) => p.group({ _id: null, n: $.add(['$a', 1]) })],
    ['an unknown expression', (p) => p.addFields({ n: { $foo: 1 } })],
    ['two operators in one expression', (p) => p.addFields({ n: { $add: [1], $abs: 1 } })],
    ['a new root that is no document', (p) => p.replaceRoot({ newRoot: '$item' })],
    ['a bucket without a place for a value', (p) => p.bucket({ groupBy: '$count', boundaries: [0, 2] })],
    ['boundaries that fall', (p) => p.bucket({ groupBy: '$count', boundaries: [5, 0], default: 9 })],
    ['boundaries of two types', (p) => p.bucket({ groupBy: '$count', boundaries: [5, 'x'], default: 9 })],
    ['a bucket by a constant', (p) => p.bucket({ groupBy: 'count', boundaries: [0, 9] })],
    ['a sample of nothing', (p) => p.sample({ size: 0 })],
    ['an unwind of a name without a dollar', (p) => p.unwind('tags')],
    ['a variable that nobody defined', (p) => p.addFields({ n: '$$nobody' })],
    ['a count into a path', (p) => p.count('a.b')],
    ['geoNear in a match', (p) => p.match({ place: { $nearSphere: {} } })],
    ['code', (p) => p.addFields({ n: { $function: { body: 'x', args: [], lang: 'js' } } })],
  ])('%s', async (_title, build) => {
    expect(await refusal(build(from()).end())).toBe('DATABASE_REQUEST_FAILED')
  })
})
