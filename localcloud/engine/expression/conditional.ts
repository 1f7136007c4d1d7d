import { invalid } from '../values/check'
import { isPlainObject } from '../values/compare'
import type { Compile, Expression, Operator, Scope } from './expression'
import { isNothing, isTrue, namedOperands, operandsOf, variableName } from './operands'

/** Choices, and variables. */
export const conditional: Record<string, Operator> = {
  $cond: (operand, compile) => {
    const [when, then, otherwise] = condOperands(operand, compile)
    return (scope) => (isTrue(when(scope)) ? then(scope) : otherwise(scope))
  },
  $ifNull: (operand, compile) => {
    const operands = operandsOf('$ifNull', operand, compile, 2, Infinity)
    const last = operands.pop() as Expression
    return (scope) => {
      for (const one of operands) {
        const value = one(scope)
        if (!isNothing(value)) return value
      }
      return last(scope)
    }
  },
  $switch: (operand, compile) => {
    const { branches, default: otherwise } = namedOperands('$switch', operand, ['branches'], ['default'])
    if (!Array.isArray(branches) || branches.length === 0) throw invalid('$switch needs branches')
    const choices = branches.map((branch: unknown) => {
      const choice = namedOperands('$switch', branch, ['case', 'then'])
      return [compile(choice.case), compile(choice.then)] as const
    })
    const fallback = otherwise === undefined ? undefined : compile(otherwise)
    return (scope) => {
      const choice = choices.find(([when]) => isTrue(when(scope)))
      if (choice) return choice[1](scope)
      if (!fallback) throw invalid('$switch met a value that no branch takes, and has no default')
      return fallback(scope)
    }
  },
  $let: (operand, compile) => {
    const { vars, in: inner } = namedOperands('$let', operand, ['vars', 'in'])
    if (!isPlainObject(vars)) throw invalid('$let needs an object of variables')
    const values = Object.entries(vars).map(
      ([name, value]) => [variableName('$let', name), compile(value)] as const,
    )
    const body = compile(inner)
    return (scope) =>
      body(
        withVariables(
          scope,
          values.map(([name, value]) => [name, value(scope)] as const),
        ),
      )
  },
}

/** The scope with further variables, which hide those of the same name. */
export function withVariables(
  { root, variables }: Scope,
  more: Iterable<readonly [string, Scope['variables'][string]]>,
): Scope {
  return { root, variables: { ...variables, ...Object.fromEntries(more) } }
}

function condOperands(operand: unknown, compile: Compile): [Expression, Expression, Expression] {
  if (Array.isArray(operand)) {
    return operandsOf('$cond', operand, compile, 3) as [Expression, Expression, Expression]
  }
  const parts = namedOperands('$cond', operand, ['if', 'then', 'else'])
  return [compile(parts.if), compile(parts.then), compile(parts.else)]
}
