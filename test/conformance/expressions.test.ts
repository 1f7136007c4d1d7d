import { $ } from './support/sdk'
import { refusal, type ExpressionCase, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Aggregation operators: the value of an expression on one document. */
const target = useTarget()

const document = {
  _id: 'one',
  n: 7,
  m: -2.5,
  zero: 0,
  t: 'Hello 近邻',
  none: null,
  yes: true,
  no: false,
  list: [3, 1, 2],
  texts: ['b', 'a'],
  nested: [{ k: 'x', v: 1 }, { k: 'y', v: 2 }, { k: 'z' }],
  empty: [],
  doc: { a: 1, b: { c: 2 } },
  at: new Date('2026-05-10T16:30:45.678Z'),
  then: new Date('2026-05-09T16:30:45.678Z'),
}

const valueOf = async (expression: unknown): Promise<unknown> => {
  const from = target.db.collection('conformance_expressions').aggregate()
  const { data } = (await from.project({ _id: 0, value: expression }).end()) as { data: Fields[] }
  return data[0]?.value
}

beforeAll(async () => {
  await (await target.empty('conformance_expressions')).add(document)
})

function expressionTable(title: string, cases: readonly ExpressionCase[]): void {
  describe(title, () => {
    it.each(cases)('%s', async (_title, expression, value) => {
      expect(await valueOf(expression)).toEqual(value)
    })
  })
}

expressionTable('fields', [
  ['a field', '$n', 7],
  ['a field inside', '$doc.b.c', 2],
  ['a missing field leaves no trace', '$nothing', undefined],
  ['null stays null', '$none', null],
  ['a path into an array gives an array', '$nested.k', ['x', 'y', 'z']],
  ['what elements lack is left out', '$nested.v', [1, 2]],
  ['a number is no place in an array', '$list.0', []],
  ['a path through a plain value is missing', '$n.x', undefined],
  ['$$ROOT is the document', $.size($.objectToArray('$$ROOT')), 15],
  ['$$CURRENT.n', '$$CURRENT.n', 7],
])

expressionTable('arithmetic', [
  ['abs', $.abs('$m'), 2.5],
  ['add', $.add(['$n', 1, 2]), 10],
  ['add to a date is milliseconds', $.add(['$at', 1000]), new Date('2026-05-10T16:30:46.678Z')],
  ['add of null is null', $.add(['$n', '$none']), null],
  ['add of what is missing is null', $.add(['$n', '$nothing']), null],
  ['ceil', $.ceil('$m'), -2],
  ['floor', $.floor('$m'), -3],
  ['trunc', $.trunc('$m'), -2],
  ['trunc to a place', $.trunc([7.85, 1]), 7.8],
  ['divide', $.divide(['$n', 2]), 3.5],
  ['multiply', $.multiply(['$n', 2, 0.5]), 7],
  ['mod', $.mod(['$n', 4]), 3],
  ['mod has the sign of what is divided', $.mod([-7, 4]), -3],
  ['subtract', $.subtract(['$n', 10]), -3],
  ['subtract of dates is milliseconds', $.subtract(['$at', '$then']), 86_400_000],
  ['subtract from a date', $.subtract(['$at', 86_400_000]), document.then],
  ['pow', $.pow(['$n', 2]), 49],
  ['sqrt', $.sqrt(49), 7],
  ['exp of 0', $.exp('$zero'), 1],
  ['ln of 1', $.ln(1), 0],
  ['log', $.log([8, 2]), 3],
  ['log10', $.log10(1000), 3],
  ['sqrt of null', $.sqrt('$none'), null],
])

expressionTable('arrays', [
  ['arrayElemAt', $.arrayElemAt(['$list', 1]), 1],
  ['arrayElemAt from the end', $.arrayElemAt(['$list', -1]), 2],
  ['arrayElemAt beyond the end is missing', $.arrayElemAt(['$list', 9]), undefined],
  ['arrayElemAt of null', $.arrayElemAt(['$none', 0]), null],
  [
    'arrayToObject of pairs',
    $.arrayToObject(
      $.literal([
        ['a', 1],
        ['b', 2],
      ]),
    ),
    { a: 1, b: 2 },
  ],
  ['arrayToObject of k and v', $.arrayToObject($.slice(['$nested', 2])), { x: 1, y: 2 }],
  ['concatArrays', $.concatArrays(['$list', '$texts']), [3, 1, 2, 'b', 'a']],
  ['concatArrays with null', $.concatArrays(['$list', '$none']), null],
  ['filter', $.filter({ input: '$list', as: 'x', cond: $.gte(['$$x', 2]) }), [3, 2]],
  [
    'filter of documents',
    $.filter({ input: '$nested', as: 'e', cond: $.eq(['$$e.v', 2]) }),
    [{ k: 'y', v: 2 }],
  ],
  ['filter of null', $.filter({ input: '$none', as: 'x', cond: true }), null],
  ['in', $.in([1, '$list']), true],
  ['in of what is not there', $.in(['1', '$list']), false],
  ['indexOfArray', $.indexOfArray(['$list', 2]), 2],
  ['indexOfArray of what is not there', $.indexOfArray(['$list', 9]), -1],
  ['indexOfArray from a place', $.indexOfArray([$.literal([1, 2, 1]), 1, 1]), 2],
  ['isArray', $.isArray('$list'), true],
  ['isArray of a text', $.isArray('$t'), false],
  ['map', $.map({ input: '$list', as: 'x', in: $.multiply(['$$x', 10]) }), [30, 10, 20]],
  ['map of what is missing gives null', $.map({ input: '$nested', as: 'e', in: '$$e.v' }), [1, 2, null]],
  ['range', $.range([0, 10, 4]), [0, 4, 8]],
  ['range downwards', $.range([3, 0, -1]), [3, 2, 1]],
  ['range of nothing', $.range([3, 0]), []],
  ['reduce', $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
  [
    'reduce to a text',
    $.reduce({ input: '$texts', initialValue: '', in: $.concat(['$$value', '$$this']) }),
    'ba',
  ],
  ['reduce of an empty array', $.reduce({ input: '$empty', initialValue: 5, in: 1 }), 5],
  ['reverseArray', $.reverseArray('$list'), [2, 1, 3]],
  ['size', $.size('$list'), 3],
  ['slice', $.slice(['$list', 2]), [3, 1]],
  ['slice from the end', $.slice(['$list', -2]), [1, 2]],
  ['slice with a place', $.slice(['$list', 1, 1]), [1]],
  ['slice with a place from the end', $.slice(['$list', -2, 1]), [1]],
  [
    'zip',
    $.zip({ inputs: ['$list', '$texts'] }),
    [
      [3, 'b'],
      [1, 'a'],
    ],
  ],
  [
    'zip to the longest',
    $.zip({ inputs: ['$list', '$texts'], useLongestLength: true }),
    [
      [3, 'b'],
      [1, 'a'],
      [2, null],
    ],
  ],
  [
    'zip with defaults',
    $.zip({ inputs: ['$list', '$texts'], useLongestLength: true, defaults: [0, 'z'] }),
    [
      [3, 'b'],
      [1, 'a'],
      [2, 'z'],
    ],
  ],
])

expressionTable('logic', [
  ['and', $.and(['$yes', '$n']), true],
  ['and of 0', $.and(['$yes', '$zero']), false],
  ['and of null', $.and(['$yes', '$none']), false],
  ['and of the empty text is true', $.and(['', '$yes']), true],
  ['and of nothing', $.and([]), true],
  ['or', $.or(['$no', '$n']), true],
  ['or of nothing', $.or([]), false],
  ['not', $.not(['$no']), true],
  ['not of an empty array is false', $.not(['$empty']), false],
])

expressionTable('comparisons', [
  ['cmp', $.cmp(['$n', 9]), -1],
  ['eq', $.eq(['$n', 7]), true],
  ['eq of a number and its text', $.eq(['$n', '7']), false],
  ['neq', $.neq(['$n', 7]), false],
  ['gt', $.gt(['$n', 7]), false],
  ['gte', $.gte(['$n', 7]), true],
  ['lt of dates', $.lt(['$then', '$at']), true],
  ['lte', $.lte(['$m', 0]), true],
  ['a text is greater than every number', $.gt(['$t', 1_000_000]), true],
  ['null is less than every number', $.lt(['$none', -5]), true],
  ['what is missing is not null', $.eq(['$nothing', null]), false],
  ['what is missing is less than null', $.lt(['$nothing', null]), true],
  [
    'documents compare by the order of fields',
    $.eq([
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ]),
    false,
  ],
  ['arrays compare element by element', $.lt(['$list', [3, 2]]), true],
])

expressionTable('choices and variables', [
  ['cond', $.cond({ if: $.gt(['$n', 5]), then: 'many', else: 'few' }), 'many'],
  ['cond as a list', $.cond(['$no', 1, 2]), 2],
  ['ifNull of a value', $.ifNull(['$n', 0]), 7],
  ['ifNull of null', $.ifNull(['$none', 'x']), 'x'],
  ['ifNull of what is missing', $.ifNull(['$nothing', 'x']), 'x'],
  [
    'switch takes the first branch that is true',
    $.switch({
      branches: [
        { case: $.gt(['$n', 9]), then: 'a' },
        { case: $.gt(['$n', 5]), then: 'b' },
      ],
      default: 'c',
    }),
    'b',
  ],
  ['switch by default', $.switch({ branches: [{ case: false, then: 'a' }], default: 'c' }), 'c'],
  ['let', $.let({ vars: { x: '$n', y: 3 }, in: $.add(['$$x', '$$y']) }), 10],
  [
    'let inside let',
    $.let({ vars: { x: 1 }, in: $.let({ vars: { x: 2, y: '$$x' }, in: ['$$x', '$$y'] }) }),
    [2, 1],
  ],
  ['literal', $.literal({ $add: ['$n', 2] }), { $add: ['$n', 2] }],
])

expressionTable('dates', [
  ['year', $.year('$at'), 2026],
  ['month', $.month('$at'), 5],
  ['dayOfMonth', $.dayOfMonth('$at'), 10],
  ['dayOfMonth in a time zone', $.dayOfMonth({ date: '$at', timezone: '+08:00' }), 11],
  ['dayOfMonth in a named time zone', $.dayOfMonth({ date: '$at', timezone: 'Asia/Shanghai' }), 11],
  ['dayOfWeek: Sunday is 1', $.dayOfWeek('$at'), 1],
  ['dayOfYear', $.dayOfYear('$at'), 130],
  ['hour', $.hour('$at'), 16],
  ['hour in a time zone', $.hour({ date: '$at', timezone: 'Asia/Shanghai' }), 0],
  ['minute', $.minute('$at'), 30],
  ['second', $.second('$at'), 45],
  ['millisecond', $.millisecond('$at'), 678],
  ['week', $.week('$at'), 19],
  ['isoWeek', $.isoWeek('$at'), 19],
  ['isoDayOfWeek: Sunday is 7', $.isoDayOfWeek('$at'), 7],
  ['isoWeekYear at a turn of the year', $.isoWeekYear($.dateFromString({ dateString: '2027-01-01' })), 2026],
  ['year of null', $.year('$none'), null],
  [
    'dateFromParts',
    $.dateFromParts({ year: 2026, month: 5, day: 10, hour: 8 }),
    new Date('2026-05-10T08:00:00Z'),
  ],
  [
    'dateFromParts carries over',
    $.dateFromParts({ year: 2026, month: 14, day: 1 }),
    new Date('2027-02-01T00:00:00Z'),
  ],
  [
    'dateFromParts in a time zone',
    $.dateFromParts({ year: 2026, month: 5, day: 10, timezone: 'Asia/Shanghai' }),
    new Date('2026-05-09T16:00:00Z'),
  ],
  [
    'dateFromParts of a week',
    $.dateFromParts({ isoWeekYear: 2026, isoWeek: 19, isoDayOfWeek: 7 }),
    new Date('2026-05-10T00:00:00Z'),
  ],
  [
    'dateFromString',
    $.dateFromString({ dateString: '2026-05-10T08:00:00Z' }),
    new Date('2026-05-10T08:00:00Z'),
  ],
  [
    'dateFromString of a day',
    $.dateFromString({ dateString: '2026-05-10', timezone: 'Asia/Shanghai' }),
    new Date('2026-05-09T16:00:00Z'),
  ],
  [
    'dateToString',
    $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }),
    '2026-05-10 16:30:45.678',
  ],
  [
    'dateToString in a time zone',
    $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M %z', timezone: 'Asia/Shanghai' }),
    '2026-05-11 00:30 +0800',
  ],
  [
    'dateToString of days and weeks',
    $.dateToString({ date: '$at', format: '%j %w %u %U %V %G %%' }),
    '130 1 7 19 19 2026 %',
  ],
  ['dateToString without a format', $.dateToString({ date: '$at' }), '2026-05-10T16:30:45.678Z'],
  ['dateToString of null', $.dateToString({ date: '$none', format: '%Y', onNull: '?' }), '?'],
])

expressionTable('documents', [
  ['mergeObjects', $.mergeObjects(['$doc', { a: 5, z: 1 }]), { a: 5, b: { c: 2 }, z: 1 }],
  ['mergeObjects passes over null', $.mergeObjects(['$none', { a: 1 }]), { a: 1 }],
  [
    'objectToArray',
    $.objectToArray('$doc'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: { c: 2 } },
    ],
  ],
  ['objectToArray of null', $.objectToArray('$none'), null],
])

expressionTable('sets', [
  ['allElementsTrue', $.allElementsTrue(['$list']), true],
  ['allElementsTrue with a 0', $.allElementsTrue([[1, 0]]), false],
  ['anyElementTrue', $.anyElementTrue([[0, null, 1]]), true],
  ['anyElementTrue of nothing', $.anyElementTrue(['$empty']), false],
  ['setDifference', $.setDifference(['$list', [1, 2]]), [3]],
  ['setEquals', $.setEquals(['$list', [1, 2, 3, 3]]), true],
  ['setEquals of others', $.setEquals(['$list', [1, 2]]), false],
  ['setIntersection', $.setIntersection(['$texts', ['a', 'c']]), ['a']],
  ['setIntersection with null', $.setIntersection(['$texts', '$none']), null],
  ['setIsSubset', $.setIsSubset([[1, 2], '$list']), true],
  ['setIsSubset of more', $.setIsSubset(['$list', [1, 2]]), false],
  ['setUnion', $.size($.setUnion(['$list', [1, 9]])), 4],
])

expressionTable('texts', [
  ['concat', $.concat(['$t', '!']), 'Hello 近邻!'],
  ['concat with null', $.concat(['$t', '$none']), null],
  ['indexOfBytes', $.indexOfBytes(['$t', '邻']), 9],
  ['indexOfCP', $.indexOfCP(['$t', '邻']), 7],
  ['indexOfCP of what is not there', $.indexOfCP(['$t', 'x']), -1],
  ['indexOfCP from a place', $.indexOfCP(['$t', 'l', 3]), 3],
  ['indexOfCP of null', $.indexOfCP(['$none', 'x']), null],
  ['split', $.split(['a-b-c', '-']), ['a', 'b', 'c']],
  ['split by what is not there', $.split(['$t', '#']), ['Hello 近邻']],
  ['strLenBytes', $.strLenBytes('$t'), 12],
  ['strLenCP', $.strLenCP('$t'), 8],
  ['strLenCP of an emoji', $.strLenCP('😀'), 1],
  ['strcasecmp', $.strcasecmp(['abc', 'ABC']), 0],
  ['strcasecmp of unlike texts', $.strcasecmp(['abc', 'ABD']), -1],
  ['substr counts bytes', $.substr(['$t', 0, 5]), 'Hello'],
  ['substrBytes', $.substrBytes(['$t', 6, 3]), '近'],
  ['substrCP', $.substrCP(['$t', 6, 1]), '近'],
  ['substrCP beyond the end', $.substrCP(['$t', 6, 99]), '近邻'],
  ['toLower', $.toLower('$t'), 'hello 近邻'],
  ['toUpper', $.toUpper('$t'), 'HELLO 近邻'],
  ['toUpper of null is empty', $.toUpper('$none'), ''],
])

expressionTable('sums outside of a group', [
  ['sum of an array', $.sum('$list'), 6],
  ['sum of several', $.sum(['$n', 3]), 10],
  ['avg of an array', $.avg('$list'), 2],
  ['max of an array', $.max('$list'), 3],
  ['min of an array', $.min('$texts'), 'a'],
  ['stdDevPop of an array', $.stdDevPop([2, 4]), 1],
])

describe('what an expression may not be', () => {
  it.each<[title: string, expression: unknown]>([
    ['add of a text', $.add(['$t', 1])],
    ['add of two dates', $.add(['$at', '$then'])],
    ['subtract of a date from a number', $.subtract([1, '$at'])],
    ['divide by 0', $.divide(['$n', '$zero'])],
    ['mod by 0', $.mod(['$n', '$zero'])],
    ['sqrt below 0', $.sqrt('$m')],
    ['ln of 0', $.ln('$zero')],
    ['concat of a number', $.concat(['$t', '$n'])],
    ['size of null', $.size('$none')],
    ['size of a text', $.size('$t')],
    ['in a text', $.in([1, '$t'])],
    ['filter of a text', $.filter({ input: '$t', as: 'x', cond: true })],
    ['map of a number', $.map({ input: '$n', as: 'x', in: 1 })],
    ['arrayElemAt of a text', $.arrayElemAt(['$t', 0])],
    ['range by 0', $.range([0, 5, 0])],
    ['slice with a place and a count of 0', $.slice(['$list', 1, 0])],
    ['switch without a branch that fits', $.switch({ branches: [{ case: false, then: 1 }] })],
    ['year of a text', $.year('$t')],
    ['an unknown time zone', $.hour({ date: '$at', timezone: 'Nowhere/Town' })],
    ['dateFromString of no date', $.dateFromString({ dateString: 'tomorrow' })],
    ['dateFromString of a day that is not', $.dateFromString({ dateString: '2026-02-30' })],
    ['dateToString with an unknown letter', $.dateToString({ date: '$at', format: '%q' })],
    ['objectToArray of an array', $.objectToArray('$list')],
    ['mergeObjects of a text', $.mergeObjects(['$t', '$doc'])],
    ['setUnion of a text', $.setUnion(['$t', '$list'])],
    ['strLenCP of null', $.strLenCP('$none')],
    ['half a character', $.substrBytes(['$t', 7, 1])],
    ['too few operands', $.divide(['$n'])],
    ['too many operands', $.subtract(['$n', 1, 2])],
    ['cond without else', $.cond({ if: true, then: 1 })],
    ['let with a capital variable', $.let({ vars: { X: 1 }, in: 1 })],
    ['meta', $.meta('textScore')],
  ])('%s', async (_title, expression) => {
    expect(await refusal(valueOf(expression))).toBe('DATABASE_REQUEST_FAILED')
  })
})
