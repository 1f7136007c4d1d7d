import type { MaybeValue } from '../values/compare'
import type { Operator } from './expression'
import { average, deviation, greatest, least, total } from './folds'
import { operandsOf } from './operands'

/** `$sum` and its like outside of a group: of one array's elements, or of several values. */
export const folding: Record<string, Operator> = {
  $sum: ofValues('$sum', total),
  $avg: ofValues('$avg', average),
  $min: ofValues('$min', least),
  $max: ofValues('$max', greatest),
  $stdDevPop: ofValues('$stdDevPop', (values) => deviation(values, 0)),
  $stdDevSamp: ofValues('$stdDevSamp', (values) => deviation(values, 1)),
}

function ofValues(name: string, compute: (values: readonly MaybeValue[]) => MaybeValue): Operator {
  return (operand, compile) => {
    const operands = operandsOf(name, operand, compile, 1, Infinity)
    return (scope) => {
      const values = operands.map((one) => one(scope))
      const [only] = values
      return compute(values.length === 1 && Array.isArray(only) ? only : values)
    }
  }
}
