import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue, type PlainObject } from '../values/compare'
import type { Value } from '../types'
import { compareComputed } from './comparison'
import type { Operator } from './expression'
import { arrayOf, isNothing, ofOne, ofSome, operandsOf, textOf, unlessNothing, wholeOf } from './operands'

/** Operators of whole arrays. */
export const arrays: Record<string, Operator> = {
  $arrayElemAt: ofSome(
    '$arrayElemAt',
    2,
    2,
    unlessNothing((array, place) => arrayOf('$arrayElemAt', array).at(wholeOf('$arrayElemAt', place))),
  ),
  $arrayToObject: ofOne('$arrayToObject', unlessNothing(toObject)),
  $concatArrays: (operand, compile) => {
    const operands = operandsOf('$concatArrays', operand, compile, 0, Infinity)
    return (scope) => {
      const values = operands.map((one) => one(scope))
      if (values.some(isNothing)) return null
      return values.flatMap((value) => arrayOf('$concatArrays', value)) as Value[]
    }
  },
  $first: ofOne(
    '$first',
    unlessNothing((array) => arrayOf('$first', array)[0]),
  ),
  $last: ofOne(
    '$last',
    unlessNothing((array) => arrayOf('$last', array).at(-1)),
  ),
  $in: ofSome('$in', 2, 2, (value, array) =>
    arrayOf('$in', array).some((element) => compareComputed(element, value) === 0),
  ),
  $indexOfArray: ofSome('$indexOfArray', 2, 4, (array, value, start = 0, end = Infinity) => {
    if (isNothing(array)) return null
    const elements = arrayOf('$indexOfArray', array)
    const [from, until] = [startOf('$indexOfArray', start), startOf('$indexOfArray', end)]
    return elements.findIndex((element, i) => i >= from && i < until && compareComputed(element, value) === 0)
  }),
  $isArray: ofOne('$isArray', (value) => Array.isArray(value)),
  $range: ofSome('$range', 2, 3, (start, end, step = 1) => range(start, end, step)),
  $reverseArray: ofOne(
    '$reverseArray',
    unlessNothing((array) => [...arrayOf('$reverseArray', array)].reverse() as Value[]),
  ),
  $size: ofOne('$size', (array) => arrayOf('$size', array).length),
  $slice: ofSome('$slice', 2, 3, unlessNothing(slice)),
}

/** Most numbers that `$range` makes. */
const MAX_RANGE = 100_000

function range(start: MaybeValue, end: MaybeValue, step: MaybeValue): number[] {
  const [from, until, by] = [start, end, step].map((value) => wholeOf('$range', value)) as [
    number,
    number,
    number,
  ]
  if (by === 0) throw invalid('$range needs a step other than 0')
  const length = Math.max(0, Math.ceil((until - from) / by))
  if (length > MAX_RANGE) throw invalid(`$range makes at most ${MAX_RANGE} numbers`)
  return Array.from({ length }, (_, i) => from + i * by)
}

/** `[array, count]` or `[array, place, count]`; from the end when negative. */
function slice(...values: MaybeValue[]): Value[] {
  const array = arrayOf('$slice', values[0]) as Value[]
  const [place, count] = values.slice(1).map((value) => wholeOf('$slice', value)) as [number, number?]
  if (count === undefined) return place < 0 ? array.slice(place) : array.slice(0, place)
  if (count <= 0) throw invalid('$slice with a place needs a count over 0')
  const start = place < 0 ? Math.max(array.length + place, 0) : place
  return array.slice(start, start + count)
}

/** Pairs `[key, value]`, or documents `{k, v}`; the last of equal keys counts. */
function toObject(value: MaybeValue): PlainObject {
  const object: PlainObject = {}
  for (const element of arrayOf('$arrayToObject', value)) {
    const [key, field] = pairOf(element)
    object[textOf('$arrayToObject', key)] = field
  }
  return object
}

function pairOf(element: MaybeValue): [MaybeValue, Value] {
  if (Array.isArray(element) && element.length === 2) return element as [MaybeValue, Value]
  if (isPlainObject(element) && Object.keys(element).length === 2 && 'k' in element && 'v' in element) {
    return [element['k'], element['v'] as Value]
  }
  throw invalid('$arrayToObject needs pairs, or documents of k and v')
}

function startOf(name: string, value: MaybeValue): number {
  if (value === Infinity) return value
  const place = wholeOf(name, value)
  if (place < 0) throw invalid(`${name} needs places of 0 or more`)
  return place
}
