import { isPlainObject, type MaybeValue } from '../values/compare'
import { invalid, MAX_DEPTH } from '../values/check'
import { somePath, splitPath } from '../values/path'
import { compileExpression, type Scope } from '../expression/expression'
import { isTrue } from '../expression/operands'
import { isOperatorObject, type LeafTest, operatorTests } from './operators'
import type { Filter, StoredDocument } from '../types'

/** Tells whether a document matches. */
export type Matcher = (document: StoredDocument) => boolean

/**
 * Turns a MongoDB filter into a function. Refuses unknown operators, `$where`, `$text`, `$jsonSchema`,
 * undefined values and filters nested too deeply, with INVALID_REQUEST. `variables` are those of an `$expr`, in a
 * lookup's pipeline. Source of the semantics: MongoDB manual, "Query and Projection Operators".
 */
export function compileFilter(filter: Filter, variables: Scope['variables'] = {}): Matcher {
  return compileObject(filter, { depth: 0, variables })
}

interface Place {
  depth: number
  /** undefined inside of an element, where no expression may stand. */
  variables: Scope['variables'] | undefined
}

type ValueMatcher = (value: MaybeValue) => boolean

function compileObject(filter: unknown, place: Place): ValueMatcher {
  if (!isPlainObject(filter)) throw invalid('a filter must be an object')
  if (place.depth > MAX_DEPTH) throw invalid(`the filter is nested deeper than ${MAX_DEPTH} levels`)
  const matchers = Object.entries(filter).map(([key, condition]) =>
    key.startsWith('$') ? compileLogical(key, condition, place) : compileField(key, condition, place.depth),
  )
  const [only] = matchers
  if (matchers.length === 1 && only) return only
  return (value) => matchers.every((matches) => matches(value))
}

function compileLogical(operator: string, operand: unknown, place: Place): ValueMatcher {
  if (operator === '$expr' && place.variables) return compileExpr(operand, place.variables)
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor') {
    throw invalid(`the filter operator ${operator} is not supported here`)
  }
  if (!Array.isArray(operand) || operand.length === 0 || operand.length > 1000) {
    throw invalid(`${operator} needs a list of 1 to 1,000 filters`)
  }
  const branches = operand.map((branch: unknown) =>
    compileObject(branch, { ...place, depth: place.depth + 1 }),
  )
  if (operator === '$and') return (value) => branches.every((matches) => matches(value))
  if (operator === '$or') return (value) => branches.some((matches) => matches(value))
  return (value) => !branches.some((matches) => matches(value))
}

function compileExpr(operand: unknown, variables: Scope['variables']): ValueMatcher {
  const expression = compileExpression(operand)
  return (root) => isTrue(expression({ root, variables }))
}

function compileField(path: string, condition: unknown, depth: number): ValueMatcher {
  const parts = splitPath(path)
  const tests = conditionTests(condition, depth)
  const matchers = tests.map(({ matches, single, negate }): ValueMatcher => {
    const visit = (leaf: MaybeValue, byPlace: boolean): boolean => (byPlace ? single(leaf) : matches(leaf))
    return negate ? (value) => !somePath(value, parts, visit) : (value) => somePath(value, parts, visit)
  })
  const [only] = matchers
  if (matchers.length === 1 && only) return only
  return (value) => matchers.every((matches) => matches(value))
}

function conditionTests(condition: unknown, depth: number): LeafTest[] {
  if (!isOperatorObject(condition)) return operatorTests({ $eq: condition }, nested(depth), true)
  return operatorTests(condition, nested(depth), false)
}

/** What operators such as `$elemMatch` and `$not` need of this file, one level further down. */
function nested(depth: number) {
  if (depth > MAX_DEPTH) throw invalid(`the filter is nested deeper than ${MAX_DEPTH} levels`)
  return {
    object: (filter: unknown): ValueMatcher =>
      compileObject(filter, { depth: depth + 1, variables: undefined }),
    tests: (condition: unknown): LeafTest[] => conditionTests(condition, depth + 1),
  }
}
