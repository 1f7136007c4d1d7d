import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue, type PlainObject } from '../values/compare'
import type { Operator } from './expression'
import { isNothing, ofOne, operandsOf, unlessNothing } from './operands'

/** Operators of documents. */
export const objects: Record<string, Operator> = {
  $mergeObjects: (operand, compile) => {
    const operands = operandsOf('$mergeObjects', operand, compile, 0, Infinity)
    return (scope) => {
      const values = operands.map((one) => one(scope))
      const [only] = values
      return mergeObjects(values.length === 1 && Array.isArray(only) ? only : values)
    }
  },
  $objectToArray: ofOne(
    '$objectToArray',
    unlessNothing((value) => {
      if (!isPlainObject(value)) throw invalid('$objectToArray needs a document')
      return Object.entries(value).map(([k, v]) => ({ k, v }))
    }),
  ),
}

/** Later fields replace earlier ones; nothing is passed over. */
export function mergeObjects(values: readonly MaybeValue[]): PlainObject {
  const merged: PlainObject = {}
  for (const value of values) {
    if (isNothing(value)) continue
    if (!isPlainObject(value)) throw invalid('$mergeObjects needs documents')
    Object.assign(merged, value)
  }
  return merged
}
