import { invalid } from '../values/check'
import type { MaybeValue } from '../values/compare'
import type { Value } from '../types'
import { withVariables } from './conditional'
import type { Expression, Operator } from './expression'
import { arrayOf, isNothing, isTrue, namedOperands, variableName, wholeOf } from './operands'

/** Operators that compute something of each element. */
export const lists: Record<string, Operator> = {
  $filter: (operand, compile) => {
    const {
      input,
      as = 'this',
      cond,
      limit,
    } = namedOperands('$filter', operand, ['input', 'cond'], ['as', 'limit'])
    const [array, test, name] = [compile(input), compile(cond), variableName('$filter', as)]
    const most = limit === undefined ? () => null : compile(limit)
    return (scope) => {
      const value = array(scope)
      if (isNothing(value)) return null
      const count = limitOf(most(scope))
      const kept: MaybeValue[] = []
      for (const element of arrayOf('$filter', value)) {
        if (kept.length >= count) break
        if (isTrue(test(withVariables(scope, [[name, element]])))) kept.push(element)
      }
      return kept as Value[]
    }
  },
  $map: (operand, compile) => {
    const { input, as = 'this', in: inner } = namedOperands('$map', operand, ['input', 'in'], ['as'])
    const [array, body, name] = [compile(input), compile(inner), variableName('$map', as)]
    return (scope) => {
      const value = array(scope)
      if (isNothing(value)) return null
      return arrayOf('$map', value).map((element) => body(withVariables(scope, [[name, element]])) ?? null)
    }
  },
  $reduce: (operand, compile) => {
    const {
      input,
      initialValue,
      in: inner,
    } = namedOperands('$reduce', operand, ['input', 'initialValue', 'in'])
    const [array, first, body] = [compile(input), compile(initialValue), compile(inner)]
    return (scope) => {
      const elements = array(scope)
      if (isNothing(elements)) return null
      return arrayOf('$reduce', elements).reduce(
        (value, element) =>
          body(
            withVariables(scope, [
              ['value', value],
              ['this', element],
            ]),
          ),
        first(scope),
      )
    }
  },
  $zip: (operand, compile) => {
    const parts = namedOperands('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'])
    const { inputs, useLongestLength = false, defaults } = parts
    if (!Array.isArray(inputs) || inputs.length === 0) throw invalid('$zip needs inputs')
    if (defaults !== undefined && useLongestLength !== true)
      throw invalid('$zip needs useLongestLength for defaults')
    const arrays = inputs.map(compile)
    const fallback = defaults === undefined ? undefined : compile(defaults)
    return (scope) =>
      zip(
        arrays.map((array) => array(scope)),
        useLongestLength === true,
        fallback?.(scope),
      )
  },
}

function zip(values: MaybeValue[], longest: boolean, defaults: ReturnType<Expression>): MaybeValue {
  if (values.some(isNothing)) return null
  const arrays = values.map((value) => arrayOf('$zip', value))
  const fallback = isNothing(defaults) ? [] : arrayOf('$zip', defaults)
  const lengths = arrays.map(({ length }) => length)
  const length = longest ? Math.max(...lengths) : Math.min(...lengths)
  return Array.from({ length }, (_, i) =>
    arrays.map((array, which) => (i < array.length ? array[i] : fallback[which]) ?? null),
  )
}

function limitOf(value: MaybeValue): number {
  if (isNothing(value)) return Infinity
  const count = wholeOf('$filter', value)
  if (count < 1) throw invalid('$filter needs a limit over 0')
  return count
}
