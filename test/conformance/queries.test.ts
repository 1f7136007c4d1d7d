import { _, regExp } from './support/sdk'
import { queryTable, refusal, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Query commands: which documents a filter finds. */
const target = useTarget()
const open = () => target.empty('conformance_queries')

const numbers = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 2 },
  { _id: 'c', n: 3.5 },
  { _id: 'd', n: '2' },
  { _id: 'e', n: null },
  { _id: 'f' },
  { _id: 'g', n: [1, 9] },
  { _id: 'h', n: -4 },
]

queryTable('comparisons', open, numbers, [
  ['a value finds what equals it, also inside an array', { n: 1 }, 'a g'],
  ['eq is the same as the value', { n: _.eq(1) }, 'a g'],
  ['eq tells a number from its text', { n: _.eq('2') }, 'd'],
  ['an array finds the same array', { n: [1, 9] }, 'g'],
  ['an array in another order is another array', { n: [9, 1] }, ''],
  ['null finds null and what is missing', { n: null }, 'e f'],
  ['eq null finds null and what is missing', { n: _.eq(null) }, 'e f'],
  ['neq finds everything else, the missing too', { n: _.neq(1) }, 'b c d e f h'],
  ['neq null finds what has a value', { n: _.neq(null) }, 'a b c d g h'],
  ['gt compares numbers with numbers only', { n: _.gt(1) }, 'b c g'],
  ['gte takes in the bound', { n: _.gte(2) }, 'b c g'],
  ['lt goes below zero', { n: _.lt(1) }, 'h'],
  ['lte takes in the bound', { n: _.lte(1) }, 'a g h'],
  ['gt compares texts with texts', { n: _.gt('1') }, 'd'],
  ['gte null finds null and what is missing', { n: _.gte(null) }, 'e f'],
  ['lte null finds null and what is missing', { n: _.lte(null) }, 'e f'],
  ['gt null finds nothing', { n: _.gt(null) }, ''],
  ['in finds what equals one of the values', { n: _.in([2, '2']) }, 'b d'],
  ['in with null finds the missing', { n: _.in([null, 3.5]) }, 'c e f'],
  ['in of nothing finds nothing', { n: _.in([]) }, ''],
  ['nin finds what equals none of them', { n: _.nin([1, 2]) }, 'c d e f h'],
  ['nin of nothing finds everything', { n: _.nin([]) }, 'a b c d e f g h'],
  ['a chain of commands is an and', { n: _.gt(0).lt(3) }, 'a b g'],
  ['an array may meet two bounds with two elements', { n: _.gt(5).lt(3) }, 'g'],
  ['mod finds a remainder', { n: _.mod(2, 0) }, 'b h'],
  ['mod takes a pair', { n: _.mod([2, 1]) }, 'a c g'],
])

const people = [
  { _id: 'a', age: 61, home: { street: '平安路', no: 3 }, ok: true },
  { _id: 'b', age: 70, home: { street: '平安路', no: 9 }, ok: false },
  { _id: 'c', age: 35, home: null },
  { _id: 'd', age: 48, home: { no: 3, street: '平安路' }, ok: null },
  { _id: 'e', age: 20 },
]

queryTable('logic', open, people, [
  ['fields of one filter are an and', { age: 61, ok: true }, 'a'],
  ['no field finds everything', {}, 'a b c d e'],
  ['and of two filters', _.and([{ age: _.gt(40) }, { ok: true }]), 'a'],
  ['and takes its filters one by one', _.and({ age: _.gt(40) }, { age: _.lt(65) }), 'a d'],
  ['or of two filters', _.or([{ age: 20 }, { ok: false }]), 'b e'],
  ['or of commands on one field', { age: _.or(_.lt(30), _.gt(65)) }, 'b e'],
  ['or chained to a command', { age: _.lt(30).or(_.gt(65)) }, 'b e'],
  ['and of commands on one field', { age: _.and(_.gt(30), _.lt(50)) }, 'c d'],
  ['and inside or', _.or([{ age: 20 }, _.and([{ ok: true }, { age: 61 }])]), 'a e'],
  ['nor finds what no filter finds', _.nor([{ age: _.gt(40) }, { age: 20 }]), 'c'],
  ['nor of commands on one field', { age: _.nor([_.gt(40), _.lt(30)]) }, 'c'],
  ['not turns a command round', { age: _.not(_.gt(40)) }, 'c e'],
  ['not finds what is missing, too', { ok: _.not(_.eq(true)) }, 'b c d e'],
  ['a filter and an or side by side', _.and([{ ok: true }, _.or([{ age: 61 }, { age: 70 }])]), 'a'],
])

queryTable('fields that are there', open, people, [
  ['exists finds null, too', { ok: _.exists(true) }, 'a b d'],
  ['exists false finds only the missing', { ok: _.exists(false) }, 'c e'],
  ['exists looks into documents', { 'home.no': _.exists(true) }, 'a b d'],
  ['what is inside of null is missing', { 'home.no': _.exists(false) }, 'c e'],
  ['a missing parent counts as null', { 'home.no': null }, 'c e'],
  ['exists and a condition', { ok: _.exists(true).neq(null) }, 'a b'],
])

queryTable('embedded documents', open, people, [
  ['a dotted path reaches inside', { 'home.no': 3 }, 'a d'],
  ['a nested filter is the same as its paths', { home: { no: 3 } }, 'a d'],
  ['a nested filter may hold commands', { home: { no: _.gt(3) } }, 'b'],
  ['a nested filter names some of the fields', { home: { street: '平安路' } }, 'a b d'],
  ['eq of a document wants all of its fields', { home: _.eq({ no: 3 }) }, ''],
  ['eq of a document wants their order', { home: _.eq({ street: '平安路', no: 3 }) }, 'a'],
  ['neq of a document', { home: _.neq({ street: '平安路', no: 3 }) }, 'b c d e'],
  ['in of documents', { home: _.in([{ no: 3, street: '平安路' }, null]) }, 'c d e'],
  ['a dotted path and a nested filter together', { 'home.no': 3, home: { street: '平安路' } }, 'a d'],
])

const lists = [
  { _id: 'a', tags: ['red', 'blue'], marks: [82, 85, 88] },
  { _id: 'b', tags: ['blue'], marks: [75, 88, 89] },
  { _id: 'c', tags: [], marks: [] },
  { _id: 'd', tags: 'red', marks: 84 },
  { _id: 'e', tags: [['red', 'blue']], marks: [[82]] },
  { _id: 'f' },
]

queryTable('arrays', open, lists, [
  ['a value finds the arrays that hold it', { tags: 'red' }, 'a d'],
  ['an array finds itself and what holds it', { tags: ['red', 'blue'] }, 'a e'],
  ['an empty array finds the empty array', { tags: [] }, 'c'],
  ['size counts elements', { tags: _.size(1) }, 'b e'],
  ['size 0 does not find the missing', { tags: _.size(0) }, 'c'],
  ['all wants every value, in any order', { tags: _.all(['blue', 'red']) }, 'a'],
  ['all of one value finds a plain field, too', { tags: _.all(['red']) }, 'a d'],
  ['all of nothing finds nothing', { tags: _.all([]) }, ''],
  ['elemMatch wants one element for all bounds', { marks: _.elemMatch({ $gte: 80, $lt: 85 }) }, 'a'],
  ['bounds without it may be met by two', { marks: _.gte(80).lt(85) }, 'a b d'],
  ['elemMatch of one command', { marks: _.elemMatch(_.gt(88)) }, 'b'],
  ['a place in the array', { 'tags.0': 'blue' }, 'b'],
  ['a place that is not there', { 'marks.2': _.exists(true) }, 'a b'],
  ['lt finds no array of arrays', { marks: _.lt(83) }, 'a b'],
  ['neq finds arrays without the value', { tags: _.neq('red') }, 'b c e f'],
  ['nin finds arrays without the values', { tags: _.nin(['red', 'green']) }, 'b c e f'],
])

const orders = [
  {
    _id: 'a',
    items: [
      { sku: 'x', count: 5 },
      { sku: 'y', count: 1 },
    ],
  },
  {
    _id: 'b',
    items: [
      { sku: 'x', count: 1 },
      { sku: 'y', count: 5 },
    ],
  },
  { _id: 'c', items: [] },
  { _id: 'd', items: { sku: 'x', count: 5 } },
  { _id: 'e', items: [{ sku: 'x', parts: [{ n: 1 }, { n: 2 }] }] },
]

queryTable('arrays of documents', open, orders, [
  ['a path goes into every element', { 'items.sku': 'y' }, 'a b'],
  ['two paths may be met by two elements', { 'items.sku': 'x', 'items.count': 5 }, 'a b d'],
  ['elemMatch wants one element for both', { items: _.elemMatch({ sku: 'x', count: 5 }) }, 'a'],
  ['elemMatch with commands inside', { items: _.elemMatch({ sku: 'y', count: _.gt(3) }) }, 'b'],
  ['a place and then a field', { 'items.0.count': 5 }, 'a'],
  ['an element as a whole', { items: _.eq({ sku: 'x', count: 1 }) }, 'b'],
  ['arrays within arrays', { 'items.parts.n': 2 }, 'e'],
  ['what some element lacks is null', { 'items.count': null }, 'e'],
  ['exists is met by one element', { 'items.parts': _.exists(true) }, 'e'],
  ['all of elemMatch', { items: _.all([_.elemMatch({ sku: 'x' }), _.elemMatch({ count: 5 })]) }, 'a b'],
])

const names = [
  { _id: 'a', name: 'Anna' },
  { _id: 'b', name: 'hannah' },
  { _id: 'c', name: 'Bert\nanna' },
  { _id: 'd', name: '平安里社区' },
  { _id: 'e', name: ['zoe', 'Anna'] },
  { _id: 'f', name: 5 },
  { _id: 'g', name: 'a.c' },
]

queryTable('regular expressions', open, names, [
  ['a literal looks anywhere in the text', { name: /ann/ }, 'b c'],
  ['i ignores case', { name: /^anna/i }, 'a e'],
  ['m lets ^ begin at each line', { name: /^anna$/m }, 'c'],
  ['s lets . pass the end of a line', { name: /Bert.anna/s }, 'c'],
  ['db.RegExp says the same', { name: regExp('^anna', 'i') }, 'a e'],
  ['db.RegExp without options', { name: regExp('平安') }, 'd'],
  ['a point must be escaped', { name: /^a\.c$/ }, 'g'],
  ['not of an expression finds other types, too', { name: _.not(/a/i) }, 'd f'],
  ['in takes expressions', { name: _.in([/^平/, 'Anna']) }, 'a d e'],
  ['nin takes expressions', { name: _.nin([/a/i]) }, 'd f'],
  ['numbers match no expression', { name: /5/ }, ''],
  ['an and of two expressions', _.and([{ name: /a/ }, { name: /h$/ }]), 'b'],
])

const dates = [
  { _id: 'a', at: new Date('2026-05-01T00:00:00Z') },
  { _id: 'b', at: new Date('2026-05-10T00:00:00.500Z') },
  { _id: 'c', at: 1_778_371_200_000 },
  { _id: 'd', at: '2026-05-10' },
  { _id: 'e', at: new Date('1969-12-31T23:59:59Z') },
]

queryTable('dates', open, dates, [
  ['a date finds the same instant', { at: new Date('2026-05-01T08:00:00+08:00') }, 'a'],
  ['a millisecond makes another date', { at: new Date('2026-05-10T00:00:00Z') }, ''],
  ['bounds compare dates with dates only', { at: _.gte(new Date('2026-05-01T00:00:00Z')) }, 'a b'],
  ['dates before 1970', { at: _.lt(new Date(0)) }, 'e'],
  ['a span', { at: _.gt(new Date('2026-05-01')).lt(new Date('2026-06-01')) }, 'b'],
  ['in of dates', { at: _.in([new Date('2026-05-01T00:00:00Z')]) }, 'a'],
])

const kinds = [
  { _id: 'a', v: true },
  { _id: 'b', v: 1 },
  { _id: 'c', v: 'x' },
  { _id: 'd', v: { k: 1 } },
  { _id: 'e', v: new Date(0) },
  { _id: 'f', v: 2 ** 40 },
  { _id: 'g', v: 0.5 },
  { _id: 'h', v: '' },
]

queryTable('types', open, kinds, [
  ['true is not 1', { v: true }, 'a'],
  ['a number beyond 32 bits', { v: 2 ** 40 }, 'f'],
  ['gt of a document compares documents', { v: _.gt({ k: 0 }) }, 'd'],
  ['gt false', { v: _.gt(false) }, 'a'],
  ['the empty text', { v: '' }, 'h'],
  ['gte of the empty text finds all texts', { v: _.gte('') }, 'c h'],
  ['-0 equals 0.5 less 0.5', { v: _.gt(-0) }, 'b f g'],
])

describe('$expr', () => {
  const documents = [
    { _id: 'a', spent: 5, budget: 4 },
    { _id: 'b', spent: 3, budget: 4 },
  ]
  queryTable('in a filter', open, documents, [
    ['compares two fields of one document', _.expr(_.aggregate.gt(['$spent', '$budget'])), 'a'],
    ['stands beside other conditions', { ..._.expr(_.aggregate.lt(['$spent', '$budget'])), budget: 4 }, 'b'],
  ])
})

describe('what a filter may not be', () => {
  const find = async (filter: unknown) => refusal((await open()).where(filter as Fields).get())

  it.each<[title: string, filter: Fields]>([
    ['an unknown operator', { n: { $foo: 1 } }],
    ['code', { $where: 'true' }],
    ['in without a list', { n: { $in: 1 } }],
    ['mod by nothing', { n: _.mod(0, 1) }],
    ['mod without a remainder', { n: { $mod: [2] } }],
    ['size of a fraction', { n: _.size(1.5) }],
    ['size below nothing', { n: _.size(-1) }],
    ['an expression that cannot be read', { n: regExp('(') }],
    ['elemMatch of a value', { n: { $elemMatch: 1 } }],
    ['an and of nothing', { $and: [] }],
    ['operators beside fields', { n: _.eq(1), $x: 1 }],
  ])('%s', async (_title, filter) => {
    expect(['DATABASE_REQUEST_FAILED', 'INVALID_PARAM']).toContain(await find(filter))
  })

  it('the SDK itself refuses a filter of undefined alone', async () => {
    expect(() => target.db.collection('conformance_queries').where({ n: undefined })).toThrow()
  })

  it('an undefined condition beside others is left out', async () => {
    const collection = await open()
    await collection.add([{ _id: 'a', n: 1 }])
    expect((await collection.where({ n: 1, other: undefined }).get()).data).toHaveLength(1)
  })

  it('an empty document as a condition is left out: it finds everything', async () => {
    const collection = await open()
    await collection.add([{ _id: 'a', n: 1 }, { _id: 'b' }])
    expect((await collection.where({ n: {} }).get()).data).toHaveLength(2)
  })
})
