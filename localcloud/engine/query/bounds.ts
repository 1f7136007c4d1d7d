import { RANK, typeRank } from '../values/compare'
import { AFTER_ALL, encodeKey, typeBounds } from '../values/key'
import type { Filter, Value } from '../types'

/** Most ranges that one plan may read; beyond it an `$in` is not used for the index. */
const MAX_RANGES = 1000

/** Bytes of keys: `low` ≤ key < `high`. */
export interface KeyRange {
  low: Buffer
  high: Buffer
}

/** What a filter says of one field, as far as an index can use it. */
export interface FieldBounds {
  /** The field equals one of these. */
  points?: Value[]
  /** The field lies in a range of one type. */
  range?: RangeTest[]
}

type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte'
type RangeTest = readonly [operator: RangeOperator, bound: Value]
type Condition = readonly [operator: string, operand: unknown]

/** The conditions of a filter that hold for every match: top level and `$and`, by path. */
export function conjunction(filter: Filter, into = new Map<string, Condition[]>()): Map<string, Condition[]> {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const branch of condition as Filter[]) conjunction(branch, into)
    }
    if (path.startsWith('$')) continue
    const list = into.get(path) ?? []
    list.push(...conditionsOf(condition))
    into.set(path, list)
  }
  return into
}

/** What an index can use of a field's conditions. Of a multikey index only one bound may be used. */
export function fieldBounds(conditions: readonly Condition[], multikey: boolean): FieldBounds {
  const points = conditions.flatMap(([operator, operand]) => {
    const list = operator === '$eq' ? [operand] : operator === '$in' ? (operand as unknown[]) : undefined
    return list?.every((value) => isPoint(value, multikey)) ? [list as Value[]] : []
  })
  const smallest = points.sort((a, b) => a.length - b.length)[0]
  if (smallest) return { points: smallest }
  const tests = conditions.filter((condition): condition is RangeTest => isRange(condition))
  const rank = tests[0] && typeRank(tests[0][1])
  const sameType = tests.filter(([, bound]) => typeRank(bound) === rank)
  if (sameType.length === 0) return {}
  return { range: multikey ? sameType.slice(0, 1) : sameType }
}

/** Adds a field's points to ranges of keys; undefined when they would be too many. */
export function withPoints(prefixes: Buffer[], points: Value[], direction: 1 | -1): Buffer[] | undefined {
  if (prefixes.length * points.length > MAX_RANGES) return undefined
  const keys = points.map((point) => encodeKey(point, direction)).sort(Buffer.compare)
  const distinct = keys.filter((key, i) => !keys[i - 1]?.equals(key))
  return prefixes.flatMap((prefix) => distinct.map((key) => Buffer.concat([prefix, key])))
}

/** The keys that begin with the prefix and whose next field lies in the range. */
export function withRange(prefix: Buffer, tests: readonly RangeTest[], direction: 1 | -1): KeyRange {
  const bounds = typeBounds(typeRank(tests[0]?.[1]), direction)
  let { low, high } = bounds
  for (const [operator, bound] of tests) {
    const key = encodeKey(bound, direction)
    const after = Buffer.concat([key, AFTER_ALL])
    const strict = operator === '$gt' || operator === '$lt'
    const fromBelow = operator.startsWith('$g') === (direction === 1)
    if (fromBelow) low = greater(low, strict ? after : key)
    else high = lesser(high, strict ? key : after)
  }
  return { low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) }
}

/** All keys that begin with the prefix. */
export function wholePrefix(prefix: Buffer): KeyRange {
  return { low: prefix, high: Buffer.concat([prefix, AFTER_ALL]) }
}

function conditionsOf(condition: unknown): Condition[] {
  const isObject = typeof condition === 'object' && condition !== null && !Array.isArray(condition)
  if (!isObject || condition instanceof Date || condition instanceof RegExp) return [['$eq', condition]]
  const entries = Object.entries(condition)
  return entries[0]?.[0].startsWith('$') ? entries : [['$eq', condition]]
}

/** Arrays match whole or by element and regular expressions match strings: no single key stands for them. */
function isPoint(value: unknown, multikey: boolean): boolean {
  if (value === undefined || Array.isArray(value) || value instanceof RegExp) return false
  return !(multikey && value === null)
}

function isRange([operator, bound]: Condition): boolean {
  if (!['$gt', '$gte', '$lt', '$lte'].includes(operator)) return false
  const rank = typeRank(bound as Value)
  return rank !== RANK.null && rank !== RANK.array && rank !== RANK.regex && !Number.isNaN(bound)
}

function greater(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) >= 0 ? a : b
}

function lesser(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) <= 0 ? a : b
}
