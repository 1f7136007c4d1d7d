import { compileExpression, type Expression, operatorOf, type Scope } from '../expression/expression'
import type { Value } from '../types'
import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue, type PlainObject } from '../values/compare'
import { cloneValue } from '../values/clone'
import { splitPath } from '../values/path'
import type { StageCompiler } from './stage'

/** Stages that change the fields of each document. */
export const shapeStages: Record<string, StageCompiler> = {
  $addFields: (operand, { variables }) => {
    const tree = treeOf('$addFields', operand)
    return function* (source) {
      for (const root of source) yield added(cloneValue(root), tree, { root, variables }) as PlainObject
    }
  },
  $set: (operand, environment) => shapeStages.$addFields!(operand, environment),
  $unset: (operand, environment) => {
    const paths = typeof operand === 'string' ? [operand] : operand
    if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string'))
      throw invalid('$unset needs fields')
    return shapeStages.$project!(Object.fromEntries(paths.map((path) => [path, 0])), environment)
  },
  $project: (operand, { variables }) => {
    const tree = treeOf('$project', operand)
    const excluding = excludes(tree)
    return function* (source) {
      for (const root of source) {
        yield (
          excluding ? excluded(root, tree) : projected(root, tree, { root, variables }, true)
        ) as PlainObject
      }
    }
  },
}

/** What becomes of a field: it stays, it goes, it is computed, or something becomes of what is inside of it. */
type Node = 'keep' | 'drop' | Expression | Tree
type Tree = Map<string, Node>

function treeOf(stage: string, operand: unknown): Tree {
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) throw invalid(`${stage} needs fields`)
  const tree: Tree = new Map()
  addAll(stage, tree, operand)
  return tree
}

function addAll(stage: string, tree: Tree, fields: PlainObject): void {
  for (const [path, operand] of Object.entries(fields)) {
    const parts = splitPath(path)
    if (parts.some((part) => part.startsWith('$'))) throw invalid(`${stage}: "${path}" is no field`)
    const last = parts.pop() ?? ''
    const node = parts.reduce((at, part) => child(stage, at, part, path), tree)
    if (isPlainObject(operand) && operatorOf(operand) === undefined && Object.keys(operand).length > 0) {
      addAll(stage, child(stage, node, last, path), operand)
    } else {
      if (node.has(last)) throw invalid(`${stage} names "${path}" twice`)
      node.set(last, nodeOf(stage, operand))
    }
  }
}

function child(stage: string, tree: Tree, part: string, path: string): Tree {
  const next = tree.get(part) ?? new Map<string, Node>()
  if (!(next instanceof Map)) throw invalid(`${stage} names "${path}" and what it is inside of`)
  tree.set(part, next)
  return next
}

/** In `$project` numbers and booleans choose; everything else is an expression. */
function nodeOf(stage: string, operand: unknown): Node {
  if (stage === '$project' && (typeof operand === 'number' || typeof operand === 'boolean')) {
    return operand ? 'keep' : 'drop'
  }
  if (isPlainObject(operand) && Object.keys(operand).length === 0) throw invalid(`${stage}: {} is no value`)
  return compileExpression(operand)
}

/** True when fields are left out; then nothing else may be asked for. Only `_id` may be left out in any case. */
function excludes(tree: Tree): boolean {
  const nodes = leaves(new Map([...tree].filter(([name]) => name !== '_id')))
  const drops = nodes.filter((node) => node === 'drop').length
  if (drops > 0 && drops < nodes.length) throw invalid('$project cannot both include and exclude fields')
  return drops > 0 || (nodes.length === 0 && tree.get('_id') === 'drop')
}

function leaves(tree: Tree): Node[] {
  return [...tree.values()].flatMap((node) => (node instanceof Map ? leaves(node) : [node]))
}

function excluded(value: Value, tree: Tree): Value {
  if (Array.isArray(value)) return value.map((element) => excluded(element, tree))
  if (!isPlainObject(value)) return value
  const kept: PlainObject = {}
  for (const [name, field] of Object.entries(value)) {
    const node = tree.get(name)
    if (node === undefined || node === 'keep') kept[name] = field
    else if (node instanceof Map) kept[name] = excluded(field, node)
  }
  return kept
}

/** What is kept comes in the document's own order, what is computed after it. */
function projected(value: MaybeValue, tree: Tree, scope: Scope, top: boolean): MaybeValue {
  if (Array.isArray(value)) {
    return value.flatMap((element) => {
      const shown = projected(element, tree, scope, false)
      return shown === undefined ? [] : [shown]
    })
  }
  const object = isPlainObject(value) ? value : undefined
  if (!object && !computes(tree)) return undefined
  const shown: PlainObject = {}
  if (top && object && !tree.has('_id') && Object.hasOwn(object, '_id')) shown['_id'] = object['_id'] as Value
  for (const [name, field] of Object.entries(object ?? {})) {
    const node = tree.get(name)
    const inner =
      node instanceof Map ? projected(field, node, scope, false) : node === 'keep' ? field : undefined
    if (inner !== undefined) shown[name] = inner
  }
  for (const [name, node] of tree) {
    const computed = typeof node === 'function' ? node(scope) : undefined
    if (computed !== undefined) shown[name] = computed
    if (node instanceof Map && object?.[name] === undefined && computes(node)) {
      shown[name] = projected({}, node, scope, false) as Value
    }
  }
  return shown
}

/** In an array each element gets the fields; what is no document gives way to one. */
function added(value: MaybeValue, tree: Tree, scope: Scope): MaybeValue {
  if (Array.isArray(value)) return value.map((element) => added(element, tree, scope) ?? null)
  const object: PlainObject = isPlainObject(value) ? value : {}
  for (const [name, node] of tree) {
    if (node instanceof Map) object[name] = added(object[name], node, scope) as Value
    else if (typeof node === 'function') {
      const computed = node(scope)
      if (computed === undefined) delete object[name]
      else object[name] = computed
    }
  }
  return object
}

function computes(tree: Tree): boolean {
  return leaves(tree).some((node) => typeof node === 'function')
}
