import { average, deviation, greatest, least, total } from '../expression/folds'
import { compileExpression, type Expression } from '../expression/expression'
import { mergeObjects } from '../expression/objects'
import { identity } from '../expression/sets'
import type { Value } from '../types'
import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue } from '../values/compare'

/** What a group makes of the values of its documents, in the order of the documents. */
type Accumulator = (values: readonly MaybeValue[]) => MaybeValue

const ACCUMULATORS: Record<string, Accumulator> = {
  $addToSet: (values) => [...new Map(there(values).map((value) => [identity(value), value])).values()],
  $avg: average,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $max: greatest,
  $mergeObjects: mergeObjects,
  $min: least,
  $push: there,
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
  $sum: total,
}

/** One computed field of a group. */
export interface GroupField {
  name: string
  value: Expression
  accumulate: Accumulator
}

/** Compiles `{ total: { $sum: '$n' } }`. */
export function groupFields(stage: string, output: Record<string, unknown>): GroupField[] {
  return Object.entries(output).map(([name, operand]) => {
    if (name.includes('.') || name.startsWith('$'))
      throw invalid(`${stage}: "${name}" is no name for a field`)
    const [operator, ...others] = isPlainObject(operand) ? Object.keys(operand) : []
    const accumulate =
      operator !== undefined && Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
    if (!accumulate || others.length > 0 || operator === undefined) {
      throw invalid(`${stage}: "${name}" needs one accumulator, e.g. $sum`)
    }
    return { name, value: compileExpression((operand as Record<string, unknown>)[operator]), accumulate }
  })
}

/** Values that are missing leave no trace; null does. */
function there(values: readonly MaybeValue[]): Value[] {
  return values.filter((value) => value !== undefined)
}
