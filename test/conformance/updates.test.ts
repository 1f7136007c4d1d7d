import { _ } from './support/sdk'
import { refusedUpdates, updateTable } from './support/tables'
import { useTarget } from './support/target'

/** Update commands: what becomes of a document. */
const target = useTarget()
const open = () => target.db.collection('conformance_updates')
beforeAll(() => target.empty('conformance_updates'))

updateTable('plain values', open, [
  ['a value replaces the field', { n: 1, m: 2 }, { n: 5 }, { n: 5, m: 2 }],
  ['a new field is added at the end', { n: 1 }, { m: 2 }, { n: 1, m: 2 }],
  ['null is a value', { n: 1 }, { n: null }, { n: null }],
  [
    'a document is merged into the one that is there',
    { a: { x: 1, y: 2 } },
    { a: { y: 3 } },
    { a: { x: 1, y: 3 } },
  ],
  [
    'merging goes all the way down',
    { a: { b: { c: 1, d: 2 } } },
    { a: { b: { d: 3 } } },
    { a: { b: { c: 1, d: 3 } } },
  ],
  ['a dotted path does the same', { a: { x: 1 } }, { 'a.y': 2 }, { a: { x: 1, y: 2 } }],
  ['what is missing on the way is made', {}, { 'a.b.c': 1 }, { a: { b: { c: 1 } } }],
  ['an array is replaced as a whole', { tags: ['a', 'b'] }, { tags: ['c'] }, { tags: ['c'] }],
  ['a place in an array', { tags: ['a', 'b'] }, { 'tags.1': 'c' }, { tags: ['a', 'c'] }],
  [
    'a field of an element',
    { list: [{ n: 1 }, { n: 2 }] },
    { 'list.1.n': 5 },
    { list: [{ n: 1 }, { n: 5 }] },
  ],
  [
    'a place beyond the end is filled up with null',
    { tags: ['a'] },
    { 'tags.3': 'd' },
    { tags: ['a', null, null, 'd'] },
  ],
  ['a number as a name where nothing is makes a document', {}, { 'tags.0': 'a' }, { tags: { 0: 'a' } }],
  ['undefined is left out', { n: 1 }, { n: undefined, m: 2 }, { n: 1, m: 2 }],
  ['a date', {}, { at: new Date(1_700_000_000_123) }, { at: new Date(1_700_000_000_123) }],
])

updateTable('set and remove', open, [
  ['set replaces a document whole', { a: { x: 1, y: 2 } }, { a: _.set({ y: 3 }) }, { a: { y: 3 } }],
  ['set of the empty document', { a: { x: 1 } }, { a: _.set({}) }, { a: {} }],
  [
    'set inside a document',
    { a: { b: { x: 1 }, c: 1 } },
    { a: { b: _.set({ y: 2 }) } },
    { a: { b: { y: 2 }, c: 1 } },
  ],
  ['remove takes a field away', { n: 1, m: 2 }, { n: _.remove() }, { m: 2 }],
  ['remove inside a document', { a: { x: 1, y: 2 } }, { 'a.x': _.remove() }, { a: { y: 2 } }],
  ['remove of what is missing changes nothing', { n: 1 }, { x: _.remove(), 'y.z': _.remove() }, { n: 1 }],
  [
    'remove leaves null at a place in an array',
    { tags: ['a', 'b'] },
    { 'tags.0': _.remove() },
    { tags: [null, 'b'] },
  ],
])

updateTable('numbers', open, [
  ['inc adds', { n: 1 }, { n: _.inc(4) }, { n: 5 }],
  ['inc may subtract', { n: 1 }, { n: _.inc(-4) }, { n: -3 }],
  ['inc of what is missing begins at 0', {}, { n: _.inc(3) }, { n: 3 }],
  ['inc inside a document', { a: { n: 1 } }, { a: { n: _.inc(1) } }, { a: { n: 2 } }],
  ['inc by a fraction', { n: 1 }, { n: _.inc(0.5) }, { n: 1.5 }],
  ['inc passes 32 bits', { n: 2 ** 31 - 1 }, { n: _.inc(1) }, { n: 2 ** 31 }],
  ['mul multiplies', { n: 3 }, { n: _.mul(4) }, { n: 12 }],
  ['mul of what is missing is 0', {}, { n: _.mul(4) }, { n: 0 }],
  ['min keeps the less', { n: 5 }, { n: _.min(3) }, { n: 3 }],
  ['min leaves what is less already', { n: 2 }, { n: _.min(3) }, { n: 2 }],
  ['min of what is missing sets it', {}, { n: _.min(3) }, { n: 3 }],
  ['max keeps the greater', { n: 5 }, { n: _.max(9) }, { n: 9 }],
  ['max of another type goes by the order of types', { n: 5 }, { n: _.max('a') }, { n: 'a' }],
  ['max of dates', { at: new Date(5) }, { at: _.max(new Date(9)) }, { at: new Date(9) }],
  ['bit and', { n: 13 }, { n: _.bit({ and: 10 }) }, { n: 8 }],
  ['bit or', { n: 3 }, { n: _.bit({ or: 5 }) }, { n: 7 }],
  ['bit xor', { n: 1 }, { n: _.bit({ xor: 5 }) }, { n: 4 }],
  ['several at once', { n: 1, m: 1 }, { n: _.inc(1), m: _.mul(5), k: 'v' }, { n: 2, m: 5, k: 'v' }],
])

updateTable('rename', open, [
  ['a field gets another name', { a: 1 }, { a: _.rename('b') }, { b: 1 }],
  ['a field moves into a document', { a: 1, d: {} }, { a: _.rename('d.a') }, { d: { a: 1 } }],
  ['a field moves out of a document', { d: { a: 1, b: 2 } }, { 'd.a': _.rename('a') }, { d: { b: 2 }, a: 1 }],
  ['what has that name already is lost', { a: 1, b: 2 }, { a: _.rename('b') }, { b: 1 }],
  ['what is missing changes nothing', { b: 2 }, { a: _.rename('b') }, { b: 2 }],
])

updateTable('push', open, [
  ['one value', { t: [1] }, { t: _.push(2) }, { t: [1, 2] }],
  ['several values', { t: [1] }, { t: _.push(2, 3) }, { t: [1, 2, 3] }],
  ['a list is several values', { t: [1] }, { t: _.push([2, 3]) }, { t: [1, 2, 3] }],
  ['a list of a list is one', { t: [1] }, { t: _.push([[2, 3]]) }, { t: [1, [2, 3]] }],
  ['a document', { t: [] }, { t: _.push({ a: 1 }) }, { t: [{ a: 1 }] }],
  ['what is missing becomes an array', {}, { t: _.push(1) }, { t: [1] }],
  ['each', { t: [1] }, { t: _.push({ each: [2, 3] }) }, { t: [1, 2, 3] }],
  ['position', { t: [1, 4] }, { t: _.push({ each: [2, 3], position: 1 }) }, { t: [1, 2, 3, 4] }],
  [
    'position from the end',
    { t: [1, 4] },
    { t: _.push({ each: [2, 3], position: -1 }) },
    { t: [1, 2, 3, 4] },
  ],
  ['position beyond the end', { t: [1] }, { t: _.push({ each: [2], position: 9 }) }, { t: [1, 2] }],
  ['sort of values', { t: [3, 1] }, { t: _.push({ each: [2], sort: 1 }) }, { t: [1, 2, 3] }],
  ['sort of values downwards', { t: [3, 1] }, { t: _.push({ each: [2], sort: -1 }) }, { t: [3, 2, 1] }],
  [
    'sort of documents',
    { t: [{ n: 2 }] },
    { t: _.push({ each: [{ n: 1 }], sort: { n: 1 } }) },
    { t: [{ n: 1 }, { n: 2 }] },
  ],
  ['slice keeps the first', { t: [1, 2] }, { t: _.push({ each: [3], slice: 2 }) }, { t: [1, 2] }],
  ['slice keeps the last', { t: [1, 2] }, { t: _.push({ each: [3], slice: -2 }) }, { t: [2, 3] }],
  ['slice 0 empties', { t: [1, 2] }, { t: _.push({ each: [3], slice: 0 }) }, { t: [] }],
  [
    'position, then sort, then slice',
    { t: [5, 1] },
    { t: _.push({ each: [3], position: 0, sort: -1, slice: 2 }) },
    { t: [5, 3] },
  ],
  ['sort alone, with nothing to add', { t: [2, 1] }, { t: _.push({ each: [], sort: 1 }) }, { t: [1, 2] }],
])

updateTable('the ends of an array', open, [
  ['pop takes the last', { t: [1, 2, 3] }, { t: _.pop() }, { t: [1, 2] }],
  ['pop of an empty array', { t: [] }, { t: _.pop(), n: 1 }, { t: [], n: 1 }],
  ['pop of what is missing', { n: 0 }, { t: _.pop(), n: 1 }, { n: 1 }],
  ['shift takes the first', { t: [1, 2, 3] }, { t: _.shift() }, { t: [2, 3] }],
  ['unshift puts before the first', { t: [3] }, { t: _.unshift([1, 2]) }, { t: [1, 2, 3] }],
  ['unshift of one value', { t: [3] }, { t: _.unshift(1) }, { t: [1, 3] }],
])

updateTable('pull, pullAll, addToSet', open, [
  ['pull takes every equal value', { t: [1, 2, 1] }, { t: _.pull(1) }, { t: [2] }],
  ['pull by a command', { t: [1, 5, 9] }, { t: _.pull(_.gte(5)) }, { t: [1] }],
  ['pull by in', { t: ['a', 'b', 'c'] }, { t: _.pull(_.in(['a', 'c'])) }, { t: ['b'] }],
  [
    'pull of documents by some of their fields',
    { t: [{ n: 1, k: 2 }, { n: 2 }] },
    { t: _.pull({ n: 1 }) },
    { t: [{ n: 2 }] },
  ],
  [
    'pull of documents by commands',
    { t: [{ n: 1 }, { n: 7 }] },
    { t: _.pull({ n: _.gt(5) }) },
    { t: [{ n: 1 }] },
  ],
  [
    'pull of two conditions on one element',
    {
      t: [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
      ],
    },
    { t: _.pull({ a: 1, b: 3 }) },
    { t: [{ a: 1, b: 2 }] },
  ],
  ['pull of what is missing changes nothing', { n: 0 }, { t: _.pull(1), n: 1 }, { n: 1 }],
  ['pullAll takes each of the values', { t: [1, 2, 3, 1] }, { t: _.pullAll([1, 3]) }, { t: [2] }],
  [
    'pullAll wants whole documents',
    { t: [{ n: 1, k: 2 }, { n: 1 }] },
    { t: _.pullAll([{ n: 1 }]) },
    { t: [{ n: 1, k: 2 }] },
  ],
  ['addToSet adds what is not there', { t: [1] }, { t: _.addToSet(2) }, { t: [1, 2] }],
  ['addToSet leaves what is there', { t: [1, 2] }, { t: _.addToSet(2), n: 1 }, { t: [1, 2], n: 1 }],
  ['addToSet of each', { t: [1] }, { t: _.addToSet({ $each: [1, 2, 2, 3] }) }, { t: [1, 2, 3] }],
  ['addToSet of a list adds the list', { t: [1] }, { t: _.addToSet([1, 2]) }, { t: [1, [1, 2]] }],
  [
    'addToSet compares documents by the order of fields',
    { t: [{ a: 1, b: 2 }] },
    { t: _.addToSet({ b: 2, a: 1 }) },
    {
      t: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
  ],
  ['addToSet of what is missing', {}, { t: _.addToSet(1) }, { t: [1] }],
])

refusedUpdates('what cannot be done to a field', open, [
  ['inc of a text', { n: '1' }, { n: _.inc(1) }],
  ['inc of null', { n: null }, { n: _.inc(1) }],
  ['inc by a text', { n: 1 }, { n: _.inc('1' as never) }],
  ['mul of a text', { n: '1' }, { n: _.mul(2) }],
  ['push on a number', { t: 1 }, { t: _.push(1) }],
  ['push on null', { t: null }, { t: _.push(1) }],
  ['pop of a text', { t: 'abc' }, { t: _.pop() }],
  ['pull from a text', { t: 'abc' }, { t: _.pull('a') }],
  ['addToSet on a document', { t: { a: 1 } }, { t: _.addToSet(1) }],
  ['a field inside of a number', { a: 1 }, { 'a.b': 2 }],
  ['a field inside of null', { a: null }, { 'a.b': 2 }],
  ['a name in an array', { t: [1] }, { 't.name': 1 }],
  ['a path and what is inside of it', { a: {} }, { a: _.set({ b: 1 }), 'a.c': 1 }],
  ['rename through an array', { t: [{ a: 1 }] }, { 't.a': _.rename('b') }],
  ['rename to itself', { a: 1 }, { a: _.rename('a') }],
  ['bit of a fraction', { n: 1.5 }, { n: _.bit({ and: 1 }) }],
])
