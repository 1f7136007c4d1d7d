import { $, _ } from './support/sdk'
import { ids, idsOnly, one, useOrders } from './support/orders'
import { useTarget } from './support/target'

/** Aggregation stages that choose, shape and group. */
const { stageTable } = useOrders(useTarget(), 'conformance_stages')

stageTable('match, sort, skip, limit, count', [
  ['match takes filters and commands', (p) => idsOnly(p.match({ item: 'apple', count: _.gte(5) })), ids('a')],
  ['match after match', (p) => idsOnly(p.match({ item: 'apple' }).match({ city: 'G' })), ids('e')],
  ['match looks into arrays', (p) => idsOnly(p.match({ tags: 'red' })), ids('a', 'e')],
  ['match of an or', (p) => idsOnly(p.match(_.or([{ city: 'L' }, { count: 8 }]))), ids('c', 'd')],
  ['match by an expression', (p) => idsOnly(p.match(_.expr($.gt(['$count', '$price'])))), ids('a', 'c', 'd')],
  [
    'match of what was computed',
    (p) => idsOnly(p.addFields({ sum: $.multiply(['$count', '$price']) }).match({ sum: 8 })),
    ids('d'),
  ],
  [
    'sort upwards puts null first',
    (p) => p.sort({ count: 1 }).project({ _id: 1 }),
    ids('e', 'b', 'c', 'a', 'd'),
  ],
  ['sort downwards', (p) => p.sort({ count: -1 }).project({ _id: 1 }), ids('d', 'a', 'c', 'b', 'e')],
  [
    'sort by two fields',
    (p) => p.sort({ item: 1, price: -1, _id: 1 }).project({ _id: 1 }),
    ids('e', 'a', 'c', 'b', 'd'),
  ],
  [
    'sort by a field of a document',
    (p) => p.sort({ 'to.no': -1, _id: 1 }).limit(2).project({ _id: 1 }),
    ids('e', 'a'),
  ],
  ['skip and limit', (p) => p.sort({ _id: 1 }).skip(1).limit(2).project({ _id: 1 }), ids('b', 'c')],
  ['limit before skip', (p) => p.sort({ _id: 1 }).limit(2).skip(1).project({ _id: 1 }), ids('b')],
  ['skip beyond the end', (p) => p.skip(100), []],
  ['count names its field', (p) => p.match({ item: 'apple' }).count('apples'), [{ apples: 3 }]],
  ['count of nothing gives no document', (p) => p.match({ item: 'nut' }).count('nuts'), []],
])

stageTable('project', [
  [
    'fields that are kept come with their _id',
    (p) => one(p).project({ item: 1 }),
    [{ _id: 'a', item: 'apple' }],
  ],
  ['_id can be left out', (p) => one(p).project({ _id: 0, item: 1 }), [{ item: 'apple' }]],
  [
    'fields that go leave the others',
    (p) => one(p, 'b').project({ tags: 0, price: 0, city: 0 }),
    [{ _id: 'b', item: 'pear', count: 1 }],
  ],
  ['a field of a document', (p) => one(p, 'e').project({ _id: 0, 'to.name': 1 }), [{ to: { name: 'Li' } }]],
  ['the same, nested', (p) => one(p, 'e').project({ _id: 0, to: { no: 1 } }), [{ to: { no: 3 } }]],
  [
    'a field of a document goes',
    (p) => one(p, 'e').project({ to: { no: 0 }, tags: 0, item: 0, city: 0, count: 0 }),
    [{ _id: 'e', price: 2.5, to: { name: 'Li' } }],
  ],
  ['a new name', (p) => one(p).project({ _id: 0, what: '$item' }), [{ what: 'apple' }]],
  [
    'what is missing is left out',
    (p) => one(p).project({ _id: 0, x: '$none', item: 1 }),
    [{ item: 'apple' }],
  ],
  [
    'a computed value',
    (p) => one(p).project({ _id: 0, sum: $.multiply(['$count', '$price']) }),
    [{ sum: 10 }],
  ],
  [
    'a computed value inside of a document',
    (p) => one(p).project({ _id: 0, a: { b: $.add(['$count', 1]) } }),
    [{ a: { b: 6 } }],
  ],
  [
    'an array of expressions',
    (p) => one(p).project({ _id: 0, pair: ['$item', '$none', 1] }),
    [{ pair: ['apple', null, 1] }],
  ],
  ['a text without a dollar is itself', (p) => one(p).project({ _id: 0, t: 'item' }), [{ t: 'item' }]],
  [
    'a number can be had by literal only',
    (p) => one(p).project({ _id: 0, n: $.literal(1), d: $.literal('$item') }),
    [{ n: 1, d: '$item' }],
  ],
])

stageTable('addFields', [
  [
    'adds to what is there',
    (p) => one(p, 'b').project({ item: 1 }).addFields({ n: 1, what: '$item' }),
    [{ _id: 'b', item: 'pear', n: 1, what: 'pear' }],
  ],
  [
    'replaces what is there',
    (p) =>
      one(p)
        .project({ item: 1 })
        .addFields({ item: $.toUpper('$item') }),
    [{ _id: 'a', item: 'APPLE' }],
  ],
  [
    'merges into a document',
    (p) => one(p, 'e').project({ to: 1 }).addFields({ 'to.zip': 5 }),
    [{ _id: 'e', to: { name: 'Li', no: 3, zip: 5 } }],
  ],
  [
    'the same, nested',
    (p) =>
      one(p, 'e')
        .project({ to: 1 })
        .addFields({ to: { zip: 5 } }),
    [{ _id: 'e', to: { name: 'Li', no: 3, zip: 5 } }],
  ],
  [
    'adds to each element of an array',
    (p) => one(p).project({ tags: 1 }).addFields({ 'tags.x': 1 }),
    [{ _id: 'a', tags: [{ x: 1 }, { x: 1 }] }],
  ],
  [
    'sees the fields of the stage before, not its own',
    (p) => one(p).project({ count: 1 }).addFields({ count: 1, n: '$count' }),
    [{ _id: 'a', count: 1, n: 5 }],
  ],
])

stageTable('group', [
  [
    'by a field, with a sum',
    (p) => p.group({ _id: '$item', total: $.sum('$count') }).sort({ _id: 1 }),
    [
      { _id: 'apple', total: 8 },
      { _id: 'pear', total: 1 },
      { _id: 'plum', total: 8 },
    ],
  ],
  [
    'all in one',
    (p) => p.group({ _id: null, n: $.sum(1), price: $.avg('$price') }),
    [{ _id: null, n: 5, price: 2.1 }],
  ],
  [
    'by a document',
    (p) =>
      p
        .match({ city: 'W' })
        .group({ _id: { item: '$item', city: '$city' }, n: $.sum(1) })
        .sort({ n: 1, '_id.item': 1 }),
    [
      { _id: { item: 'apple', city: 'W' }, n: 1 },
      { _id: { item: 'pear', city: 'W' }, n: 1 },
    ],
  ],
  [
    'what is missing and null are one group',
    (p) => p.group({ _id: '$to.no', n: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: null, n: 4 },
      { _id: 3, n: 1 },
    ],
  ],
  [
    'min and max pass over null',
    (p) => p.group({ _id: null, low: $.min('$count'), high: $.max('$count') }),
    [{ _id: null, low: 1, high: 8 }],
  ],
  [
    'min and max of nothing',
    (p) => p.group({ _id: null, low: $.min('$none'), avg: $.avg('$none'), sum: $.sum('$none') }),
    [{ _id: null, low: null, avg: null, sum: 0 }],
  ],
  [
    'first and last go by the order before',
    (p) => p.sort({ _id: 1 }).group({ _id: null, first: $.first('$item'), last: $.last('$city') }),
    [{ _id: null, first: 'apple', last: 'G' }],
  ],
  [
    'first of what is missing is null',
    (p) => p.sort({ _id: 1 }).group({ _id: null, x: $.first('$none') }),
    [{ _id: null, x: null }],
  ],
  [
    'push keeps every value, null too, but nothing missing',
    (p) => p.sort({ _id: 1 }).group({ _id: null, c: $.push('$count'), t: $.push('$to.no') }),
    [{ _id: null, c: [5, 1, 3, 8, null], t: [3] }],
  ],
  [
    'push of documents',
    (p) =>
      p
        .match({ city: 'G' })
        .sort({ _id: 1 })
        .group({ _id: null, all: $.push({ i: '$item', n: '$to.no' }) }),
    [{ _id: null, all: [{ i: 'plum' }, { i: 'apple', n: 3 }] }],
  ],
  [
    'addToSet keeps each value once',
    (p) => p.group({ _id: null, n: $.addToSet('$item') }).project({ _id: 0, n: $.size('$n') }),
    [{ n: 3 }],
  ],
  [
    'mergeObjects lets the later win',
    (p) =>
      p
        .match({ city: 'W' })
        .sort({ _id: 1 })
        .group({ _id: null, m: $.mergeObjects({ item: '$item', red: '$price' }) }),
    [{ _id: null, m: { item: 'pear', red: 3 } }],
  ],
  [
    'stdDevPop and stdDevSamp',
    (p) =>
      p
        .match({ item: 'apple' })
        .group({ _id: null, p: $.stdDevPop('$count'), s: $.stdDevSamp('$count') })
        .project({ _id: 0, p: 1, s: $.floor($.multiply(['$s', 1000])) }),
    [{ p: 1, s: 1414 }],
  ],
  [
    'stdDevSamp of one is null',
    (p) => one(p).group({ _id: null, s: $.stdDevSamp('$count'), p: $.stdDevPop('$count') }),
    [{ _id: null, s: null, p: 0 }],
  ],
  [
    'a sum of an expression',
    (p) => p.match({ city: 'W' }).group({ _id: null, t: $.sum($.multiply(['$count', '$price'])) }),
    [{ _id: null, t: 13 }],
  ],
  ['a sum passes over texts', (p) => p.group({ _id: null, t: $.sum('$item') }), [{ _id: null, t: 0 }]],
])
