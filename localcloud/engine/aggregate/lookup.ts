import { compileExpression } from '../expression/expression'
import { withVariables } from '../expression/conditional'
import { variableName } from '../expression/operands'
import { writePath } from '../update/edit'
import type { StoredDocument, Value } from '../types'
import { invalid } from '../values/check'
import { cloneValue } from '../values/clone'
import { isPlainObject } from '../values/compare'
import { somePath, splitPath } from '../values/path'
import type { Document, Environment, StageCompiler } from './stage'

/** Joins documents of another collection, by equal fields or by a pipeline of their own. */
export const lookup: StageCompiler = (operand, environment) => {
  if (!isPlainObject(operand)) throw invalid('$lookup needs an object')
  const known = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']
  const other = Object.keys(operand).find((key) => !known.includes(key))
  if (other !== undefined) throw invalid(`$lookup does not know "${other}"`)
  const as = nameOf(operand, 'as')
  const joined = 'pipeline' in operand ? byPipeline(operand, environment) : byField(operand, environment)
  return function* (source) {
    for (const document of source) {
      const copy = cloneValue(document as Value) as StoredDocument
      writePath(copy, as, joined(document) as Value[])
      yield copy
    }
  }
}

type Join = (document: Document) => Document[]

/** What is missing here finds what is null or missing there; each element of an array finds its own. */
function byField(operand: Record<string, unknown>, { find }: Environment): Join {
  const [from, localField, foreignField] = [
    nameOf(operand, 'from'),
    nameOf(operand, 'localField'),
    nameOf(operand, 'foreignField'),
  ]
  if ('let' in operand) throw invalid('$lookup takes let only with a pipeline')
  const parts = splitPath(localField)
  return (document) => {
    const values: unknown[] = []
    somePath(document, parts, (leaf) => {
      values.push(...(Array.isArray(leaf) ? leaf : [leaf ?? null]))
      return false
    })
    return [...find(from, { [foreignField]: { $in: values } })]
  }
}

function byPipeline(operand: Record<string, unknown>, environment: Environment): Join {
  if ('localField' in operand || 'foreignField' in operand) {
    throw invalid('$lookup takes either fields or a pipeline')
  }
  const from = nameOf(operand, 'from')
  const { let: vars = {}, pipeline } = operand
  if (!isPlainObject(vars)) throw invalid('let needs an object of variables')
  const values = Object.entries(vars).map(
    ([name, value]) => [variableName('let', name), compileExpression(value)] as const,
  )
  // Refused at once, not only when there is a document to join.
  environment.pipeline(pipeline, environment)
  return (root) => {
    const scope = { root, variables: environment.variables }
    const { variables } = withVariables(
      scope,
      values.map(([name, value]) => [name, value(scope)] as const),
    )
    return [...environment.pipeline(pipeline, { ...environment, variables })(environment.find(from, {}))]
  }
}

function nameOf(operand: Record<string, unknown>, key: string): string {
  const value = operand[key]
  if (typeof value !== 'string' || value === '' || value.startsWith('$'))
    throw invalid(`$lookup needs "${key}"`)
  return value
}
