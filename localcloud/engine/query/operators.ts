import { compareValues, equalValues, isPlainObject, type MaybeValue, RANK, typeRank } from '../values/compare'
import { checkedValue, invalid } from '../values/check'
import { geoTest } from './geo'
import { regexTest, typeTest } from './operand'
import type { Value } from '../types'

/** A test of the values that a path leads to: true when one of them passes, or none when negated. */
export interface LeafTest {
  matches: (leaf: MaybeValue) => boolean
  /** The same of the value itself, an array not entered: for elements, and for what a place in an array names. */
  single: (value: MaybeValue) => boolean
  negate: boolean
}

/** Compiles nested filters; given by the filter compiler. */
export interface Nested {
  object: (filter: unknown) => (value: MaybeValue) => boolean
  tests: (condition: unknown) => LeafTest[]
}

/** Most values that `$in`, `$nin` and `$all` may list. */
export const MAX_LIST = 10_000

/** True for `{ $gt: 1 }`; refuses a mixture of operators and fields. */
export function isOperatorObject(condition: unknown): condition is Record<string, unknown> {
  if (!isPlainObject(condition)) return false
  const keys = Object.keys(condition)
  const operators = keys.filter((key) => key.startsWith('$')).length
  if (operators > 0 && operators < keys.length)
    throw invalid('operators and fields are mixed in one condition')
  return operators > 0
}

/** Compiles the operators of one condition. A literal regular expression matches strings. */
export function operatorTests(
  condition: Record<string, unknown>,
  nested: Nested,
  literal: boolean,
): LeafTest[] {
  if (literal && condition['$eq'] instanceof RegExp) return [anyElement(regexTest(condition['$eq']))]
  return Object.entries(condition).flatMap(([operator, operand]) => {
    if (operator === '$options' && '$regex' in condition) return []
    if (operand === undefined) throw invalid(`${operator} was given no value`)
    return operatorTest(operator, operand, condition, nested)
  })
}

function operatorTest(
  operator: string,
  operand: unknown,
  condition: Record<string, unknown>,
  nested: Nested,
): LeafTest | LeafTest[] {
  switch (operator) {
    case '$eq':
      return anyElement(equals(operand))
    case '$ne':
      return noElement(equals(operand))
    case '$in':
      return anyElement(isIn(operand))
    case '$nin':
      return noElement(isIn(operand))
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return anyElement(ordered(operator, operand))
    case '$exists':
      return { ...plain((leaf) => leaf !== undefined), negate: !operand }
    case '$type':
      return anyElement(typeTest(operand))
    case '$regex':
      return anyElement(regexTest(operand, condition['$options']))
    default:
      return arrayTest(operator, operand, nested)
  }
}

function arrayTest(operator: string, operand: unknown, nested: Nested): LeafTest | LeafTest[] {
  switch (operator) {
    case '$size':
      if (!Number.isInteger(operand) || Number(operand) < 0) throw invalid('$size needs a whole number')
      return plain((leaf) => Array.isArray(leaf) && leaf.length === operand)
    case '$mod':
      return anyElement(modulo(operand))
    case '$not':
      return notTest(operand, nested)
    case '$elemMatch':
      return plain(elementTest(operand, nested))
    case '$all':
      return allTests(operand, nested)
    default:
      return anyElement(geoTest(operator, operand))
  }
}

const plain = (matches: LeafTest['matches']): LeafTest => ({ matches, single: matches, negate: false })

/** An array passes when one of its elements does, or the array itself. */
function anyElement(single: LeafTest['single']): LeafTest {
  const matches = (leaf: MaybeValue): boolean => single(leaf) || (Array.isArray(leaf) && leaf.some(single))
  return { matches, single, negate: false }
}

function noElement(single: LeafTest['single']): LeafTest {
  return { ...anyElement(single), negate: true }
}

function equals(operand: unknown): (value: MaybeValue) => boolean {
  const wanted = operandValue(operand)
  return (value) => equalValues(value, wanted)
}

function isIn(operand: unknown): (value: MaybeValue) => boolean {
  const wanted = list(operand, '$in')
  if (wanted.every((one) => typeof one === 'string')) {
    const strings = new Set<unknown>(wanted)
    return (value) => strings.has(value)
  }
  const tests = wanted.map((one) => (one instanceof RegExp ? regexTest(one) : equals(one)))
  return (value) => tests.some((test) => test(value))
}

/** Only values of the operand's own type are compared; NaN is comparable to NaN alone. */
function ordered(operator: string, operand: unknown): (value: MaybeValue) => boolean {
  const bound = operandValue(operand)
  const rank = typeRank(bound)
  if (rank === RANK.regex) throw invalid(`${operator} cannot be used with a regular expression`)
  return (value) => {
    if (typeRank(value) !== rank) return false
    const order = compareValues(value, bound)
    if (Number.isNaN(bound) || Number.isNaN(value)) return order === 0 && operator.endsWith('e')
    if (operator === '$gt') return order > 0
    if (operator === '$gte') return order >= 0
    return operator === '$lt' ? order < 0 : order <= 0
  }
}

function modulo(operand: unknown): (value: MaybeValue) => boolean {
  const [divisor, remainder] = list(operand, '$mod') as [unknown, unknown]
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0) {
    throw invalid('$mod needs [divisor, remainder], the divisor not 0')
  }
  // MongoDB truncates all three numbers, and −0 equals 0.
  return (value) =>
    typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder)
}

function notTest(operand: unknown, nested: Nested): LeafTest | LeafTest[] {
  if (operand instanceof RegExp) return noElement(regexTest(operand))
  if (!isOperatorObject(operand)) throw invalid('$not needs operators or a regular expression')
  const tests = nested.tests(operand)
  const [only] = tests
  if (tests.length === 1 && only) return { ...only, negate: !only.negate }
  throw invalid('$not with several operators is not supported; use $nor')
}

function elementTest(operand: unknown, nested: Nested): (leaf: MaybeValue) => boolean {
  if (!isPlainObject(operand)) throw invalid('$elemMatch needs an object')
  const first = Object.keys(operand)[0] ?? ''
  if (first.startsWith('$') && !['$and', '$or', '$nor'].includes(first)) {
    const tests = nested.tests(operand)
    return (leaf) =>
      Array.isArray(leaf) &&
      leaf.some((element) => tests.every((test) => test.single(element) !== test.negate))
  }
  const matches = nested.object(operand)
  return (leaf) => Array.isArray(leaf) && leaf.some((element) => isPlainObject(element) && matches(element))
}

function allTests(operand: unknown, nested: Nested): LeafTest[] {
  const wanted = list(operand, '$all')
  if (wanted.length === 0) return [plain(() => false)]
  return wanted.map((one) => {
    if (isPlainObject(one) && '$elemMatch' in one) return plain(elementTest(one['$elemMatch'], nested))
    return anyElement(one instanceof RegExp ? regexTest(one) : equals(one))
  })
}

function list(operand: unknown, operator: string): unknown[] {
  if (!Array.isArray(operand) || operand.length > MAX_LIST) {
    throw invalid(`${operator} needs a list of at most ${MAX_LIST.toLocaleString('en')} values`)
  }
  return operand
}

/** The literal that a value is compared with; an operator inside it would never match and is refused. */
function operandValue(operand: unknown): Value {
  if (operand === undefined) throw invalid('a filter compares with undefined')
  return checkedValue(operand)
}
