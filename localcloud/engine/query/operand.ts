import type { MaybeValue } from '../values/compare'
import { isPlainObject } from '../values/compare'
import { invalid } from '../values/check'

/** Longest pattern of a regular expression, in UTF-16 units. */
const MAX_PATTERN_LENGTH = 1024

/** Compiles `$regex` with `$options`, or a literal regular expression, into a test of strings. */
export function regexTest(pattern: unknown, options?: unknown): (value: MaybeValue) => boolean {
  const source = pattern instanceof RegExp ? pattern.source : pattern
  if (typeof source !== 'string' || source.length > MAX_PATTERN_LENGTH) {
    throw invalid(`$regex needs a pattern of at most ${MAX_PATTERN_LENGTH} characters`)
  }
  const flags = options ?? (pattern instanceof RegExp ? pattern.flags.replace(/[gyud]/g, '') : '')
  if (typeof flags !== 'string' || !/^[ims]*$/.test(flags)) throw invalid('$options may hold i, m and s only')
  const regex = compile(source, flags)
  return (value) => {
    if (typeof value === 'string') return regex.test(value)
    return value instanceof RegExp && value.source === source && value.flags === flags
  }
}

/** Compiles `$type`: a BSON type's number or alias, or a list of them. */
export function typeTest(operand: unknown): (value: MaybeValue) => boolean {
  const wanted = (Array.isArray(operand) ? operand : [operand]) as unknown[]
  const tests = wanted.map((one) => {
    const test = TYPE_TESTS[TYPE_NAMES[Number(one)] ?? String(one)]
    if (!test) throw invalid(`$type does not know ${JSON.stringify(one)}`)
    return test
  })
  return (value) => tests.some((test) => test(value))
}

const TYPE_NAMES: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
}

/** Whole numbers count as int or long by their size, as the SDK encodes them. */
const TYPE_TESTS: Record<string, (value: MaybeValue) => boolean> = {
  number: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  long: (value) => Number.isInteger(value) && Math.abs(Number(value)) >= 2 ** 31,
  string: (value) => typeof value === 'string',
  object: isPlainObject,
  array: Array.isArray,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
}

function compile(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch {
    throw invalid(`the regular expression ${JSON.stringify(source.slice(0, 60))} is not valid`)
  }
}
