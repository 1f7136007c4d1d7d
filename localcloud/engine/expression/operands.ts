import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue } from '../values/compare'
import type { Compile, Expression, Operator } from './expression'

/** The operands of an operator that takes a list, or one alone. */
export function operandsOf(
  name: string,
  operand: unknown,
  compile: Compile,
  least: number,
  most = least,
): Expression[] {
  const list = Array.isArray(operand) ? (operand as unknown[]) : [operand]
  if (list.length < least || list.length > most) {
    const count = least === most ? String(least) : `${least} to ${most === Infinity ? 'any number of' : most}`
    throw invalid(`${name} takes ${count} operands, not ${list.length}`)
  }
  return list.map(compile)
}

/** An operator of one value. */
export function ofOne(name: string, compute: (value: MaybeValue) => MaybeValue): Operator {
  return (operand, compile) => {
    const [value] = operandsOf(name, operand, compile, 1) as [Expression]
    return (scope) => compute(value(scope))
  }
}

/** An operator of so many values, in order; those that are not given are undefined. */
export function ofSome(
  name: string,
  least: number,
  most: number,
  compute: (...values: MaybeValue[]) => MaybeValue,
): Operator {
  return (operand, compile) => {
    const operands = operandsOf(name, operand, compile, least, most)
    return (scope) => compute(...operands.map((one) => one(scope)))
  }
}

/** The named operands of an operator such as `$filter`; refuses names that it does not know. */
export function namedOperands<K extends string>(
  name: string,
  operand: unknown,
  required: readonly K[],
  optional: readonly K[] = [],
): Partial<Record<K, unknown>> {
  if (!isPlainObject(operand)) throw invalid(`${name} needs an object`)
  for (const key of required) if (operand[key] === undefined) throw invalid(`${name} needs "${key}"`)
  const known: readonly string[] = [...required, ...optional]
  const other = Object.keys(operand).find((key) => !known.includes(key))
  if (other !== undefined) throw invalid(`${name} does not know "${other}"`)
  return operand as Partial<Record<K, unknown>>
}

/** The name of a variable, e.g. of `as`. */
export function variableName(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(value)) return value
  throw invalid(`${name}: a variable's name begins with a small letter`)
}

/** In an expression everything is true but false, null, missing and 0. */
export function isTrue(value: MaybeValue): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0
}

export function isNothing(value: MaybeValue): value is null | undefined {
  return value === null || value === undefined
}

/** null when one of the values is nothing, as most operators of MongoDB answer. */
export function unlessNothing<A extends MaybeValue[]>(
  compute: (...values: A) => MaybeValue,
): (...values: A) => MaybeValue {
  return (...values) => (values.some(isNothing) ? null : compute(...values))
}

export function numberOf(name: string, value: MaybeValue): number {
  if (typeof value !== 'number') throw invalid(`${name} needs numbers`)
  return value
}

export function wholeOf(name: string, value: MaybeValue): number {
  if (!Number.isInteger(value)) throw invalid(`${name} needs a whole number`)
  return value as number
}

export function textOf(name: string, value: MaybeValue): string {
  if (typeof value !== 'string') throw invalid(`${name} needs texts`)
  return value
}

export function arrayOf(name: string, value: MaybeValue): MaybeValue[] {
  if (!Array.isArray(value)) throw invalid(`${name} needs an array`)
  return value
}
