import { compareValues, type MaybeValue } from '../values/compare'
import type { Operator } from './expression'
import { isTrue, ofOne, ofSome, operandsOf } from './operands'

/** Comparisons and logic. Values of different types are ordered as in a sort. */
export const comparison: Record<string, Operator> = {
  $cmp: ofSome('$cmp', 2, 2, (a, b) => Math.sign(compareComputed(a, b))),
  $eq: ofSome('$eq', 2, 2, (a, b) => compareComputed(a, b) === 0),
  $ne: ofSome('$ne', 2, 2, (a, b) => compareComputed(a, b) !== 0),
  $gt: ofSome('$gt', 2, 2, (a, b) => compareComputed(a, b) > 0),
  $gte: ofSome('$gte', 2, 2, (a, b) => compareComputed(a, b) >= 0),
  $lt: ofSome('$lt', 2, 2, (a, b) => compareComputed(a, b) < 0),
  $lte: ofSome('$lte', 2, 2, (a, b) => compareComputed(a, b) <= 0),
  $and: (operand, compile) => {
    const operands = operandsOf('$and', operand, compile, 0, Infinity)
    return (scope) => operands.every((one) => isTrue(one(scope)))
  },
  $or: (operand, compile) => {
    const operands = operandsOf('$or', operand, compile, 0, Infinity)
    return (scope) => operands.some((one) => isTrue(one(scope)))
  },
  $not: ofOne('$not', (value) => !isTrue(value)),
}

/** As `compareValues`, but missing is less than null: expressions tell them apart. */
export function compareComputed(a: MaybeValue, b: MaybeValue): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}
