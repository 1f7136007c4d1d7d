import type { Value } from '../types'
import { invalid, MAX_DEPTH } from '../values/check'
import { isPlainObject, type MaybeValue, type PlainObject } from '../values/compare'
import { ownField } from '../values/path'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { folding } from './folding'
import { lists } from './lists'
import { comparison } from './comparison'
import { conditional } from './conditional'
import { dateText } from './date-text'
import { dateParts } from './date-parts'
import { dates } from './dates'
import { objects } from './objects'
import { sets } from './sets'
import { strings } from './strings'
import { substrings } from './substrings'

/** What an expression is computed from. */
export interface Scope {
  /** The document, `$$ROOT`. */
  root: MaybeValue
  /** Values of `$$names`. */
  variables: Readonly<Record<string, MaybeValue>>
}

/** A compiled expression; undefined stands for a missing value. */
export type Expression = (scope: Scope) => MaybeValue

/** Compiles the expressions inside of an operator. */
export type Compile = (expression: unknown) => Expression

/** Compiles one operator's operand. */
export type Operator = (operand: unknown, compile: Compile) => Expression

/** The operators that CloudBase documents, by their names in MongoDB. */
const OPERATORS: Record<string, Operator> = {
  ...arithmetic,
  ...arrays,
  ...lists,
  ...folding,
  ...comparison,
  ...conditional,
  ...dates,
  ...dateParts,
  ...dateText,
  ...objects,
  ...sets,
  ...strings,
  ...substrings,
  $literal: (operand) => () => operand as Value,
}

/**
 * Compiles an aggregation expression. Refuses operators that are not known, e.g. `$function`. Source of the semantics:
 * MongoDB manual, "Aggregation Operators"; CloudBase, `db.command.aggregate`.
 */
export function compileExpression(expression: unknown, depth = 0): Expression {
  if (depth > MAX_DEPTH) throw invalid(`an expression is nested deeper than ${MAX_DEPTH} levels`)
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression)
  const compile: Compile = (inner) => compileExpression(inner, depth + 1)
  if (Array.isArray(expression)) {
    const elements = expression.map(compile)
    return (scope) => elements.map((element) => element(scope) ?? null)
  }
  if (!isPlainObject(expression)) {
    if (expression === undefined) throw invalid('an expression is undefined')
    return () => expression as Value
  }
  const operator = operatorOf(expression)
  return operator === undefined
    ? compileObject(expression, compile)
    : compileOperator(operator, expression, compile)
}

/** The operator of `{ $add: … }`; undefined for a document of expressions. */
export function operatorOf(expression: PlainObject): string | undefined {
  const keys = Object.keys(expression)
  const [first] = keys
  if (!keys.some((key) => key.startsWith('$'))) return undefined
  if (keys.length > 1) throw invalid(`an expression has one operator, not ${keys.join(', ')}`)
  return first
}

function compileOperator(name: string, expression: PlainObject, compile: Compile): Expression {
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
  if (!operator) throw invalid(`the expression ${name} is not supported`)
  return operator(expression[name], compile)
}

/** Fields whose value is missing are left out. */
function compileObject(expression: PlainObject, compile: Compile): Expression {
  const fields = Object.entries(expression).map(([name, inner]) => {
    if (name.includes('.')) throw invalid(`a field "${name}" of an expression may not have a dot`)
    return [name, compile(inner)] as const
  })
  return (scope) => {
    const object: PlainObject = {}
    for (const [name, field] of fields) {
      const value = field(scope)
      if (value !== undefined) object[name] = value
    }
    return object
  }
}

function compilePath(path: string): Expression {
  if (!path.startsWith('$$')) {
    const parts = partsOf(path.slice(1))
    return ({ root }) => valueAt(root, parts)
  }
  const [name = '', ...parts] = partsOf(path.slice(2))
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => valueAt(root, parts)
  if (name === 'REMOVE') return () => undefined
  return ({ variables }) => {
    if (!Object.hasOwn(variables, name)) throw invalid(`the variable $$${name} is not defined`)
    return valueAt(variables[name], parts)
  }
}

function partsOf(path: string): string[] {
  const parts = path.split('.')
  if (parts.some((part) => part === '' || part.startsWith('$')))
    throw invalid(`the path "$${path}" is not valid`)
  return parts
}

/** An array on the way gives the array of what its documents hold there; places in it are not paths here. */
export function valueAt(value: MaybeValue, parts: readonly string[], from = 0): MaybeValue {
  const part = parts[from]
  if (part === undefined) return value
  if (Array.isArray(value)) {
    return value.filter(isPlainObject).flatMap((element) => {
      const found = valueAt(element, parts, from)
      return found === undefined ? [] : [found]
    })
  }
  return isPlainObject(value) ? valueAt(ownField(value, part), parts, from + 1) : undefined
}
