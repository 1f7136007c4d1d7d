import { isPlainObject, type MaybeValue, type PlainObject } from '../values/compare'
import { invalid } from '../values/check'
import { cloneValue } from '../values/clone'
import { ownField, splitPath } from '../values/path'
import { compileFilter } from './filter'
import type { StoredDocument, Value } from '../types'

/**
 * Compiles a projection: inclusion (`{a: 1}`), exclusion (`{a: 0}`), `$slice` and `$elemMatch`. `_id` stays
 * unless it is excluded. Inclusion and exclusion cannot be mixed; expressions are refused.
 */
export function compileProjection(
  projection: Record<string, unknown>,
): (document: StoredDocument) => StoredDocument {
  const entries = Object.entries(projection).filter(([path]) => path !== '_id')
  const idMode = projection['_id'] === undefined ? undefined : flag('_id', projection['_id'])
  const operators = entries.filter(([, value]) => isPlainObject(value))
  const flags = entries.filter(([, value]) => !isPlainObject(value))
  const modes = new Set(flags.map(([path, value]) => flag(path, value)))
  if (modes.size > 1) throw invalid('a projection cannot both include and exclude fields')
  const elements = operators.filter(([, value]) => '$elemMatch' in (value as object))
  const including = modes.has(true) || (modes.size === 0 && (idMode === true || elements.length > 0))
  const tree = pathTree([...flags, ...(including ? operators : [])].map(([path]) => path))
  const changes = operators.map(([path, value]) => arrayChange(path, value as PlainObject))
  return (document) => {
    const copy = cloneValue(document)
    const shown = (including ? include(copy, tree) : exclude(copy, tree)) as StoredDocument
    for (const change of changes) change(shown)
    if (idMode === false) return withoutId(shown)
    return including ? { ...shown, _id: document._id } : shown
  }
}

type PathTree = Map<string, PathTree>

function flag(path: string, value: unknown): boolean {
  if (value === 1 || value === true) return true
  if (value === 0 || value === false) return false
  if (typeof value === 'number' && !Number.isNaN(value)) return true
  throw invalid(`the projection of "${path}" is not supported`)
}

function pathTree(paths: string[]): PathTree {
  const tree: PathTree = new Map()
  for (const path of paths) {
    let node = tree
    for (const part of splitPath(path)) {
      if (part.startsWith('$')) throw invalid('positional projections are not supported')
      const next: PathTree = node.get(part) ?? new Map()
      node.set(part, next)
      node = next
    }
  }
  return tree
}

function include(value: PlainObject, tree: PathTree): PlainObject {
  const kept: PlainObject = {}
  for (const key of Object.keys(value)) {
    const below = tree.get(key)
    const field = below && includeBelow(value[key], below)
    if (field !== undefined) kept[key] = field
  }
  return kept
}

/** Scalars on the way to a deeper path are left out. */
function includeBelow(value: MaybeValue, tree: PathTree): MaybeValue {
  if (tree.size === 0) return value
  if (isPlainObject(value)) return include(value, tree)
  if (!Array.isArray(value)) return undefined
  return value.map((element) => includeBelow(element, tree)).filter((element) => element !== undefined)
}

function exclude(value: Value, tree: PathTree): Value {
  if (Array.isArray(value)) return value.map((element) => exclude(element, tree))
  if (!isPlainObject(value)) return value
  for (const [key, below] of tree) {
    const field = ownField(value, key)
    if (below.size === 0) delete value[key]
    else if (field !== undefined) value[key] = exclude(field, below)
  }
  return value
}

function withoutId(document: StoredDocument): StoredDocument {
  const { _id: _, ...others } = document
  return others as StoredDocument
}

function arrayChange(path: string, operator: PlainObject): (document: StoredDocument) => void {
  const [name, ...others] = Object.keys(operator)
  if (others.length > 0 || path.includes('.')) throw invalid(`the projection of "${path}" is not supported`)
  if (name === '$slice') return sliceChange(path, operator['$slice'])
  if (name !== '$elemMatch') throw invalid(`the projection operator ${name} is not supported`)
  const matches = compileFilter({ [path]: operator } as Record<string, unknown>)
  return (document) => {
    const array = document[path]
    const first = Array.isArray(array)
      ? array.find((element) => matches({ _id: '', [path]: [element] }))
      : undefined
    if (first === undefined) delete document[path]
    else document[path] = [first]
  }
}

/** `$slice: n` (from the end when negative) or `[skip, n]`. */
function sliceChange(path: string, operand: unknown): (document: StoredDocument) => void {
  const [skip, count] = Array.isArray(operand) ? (operand as unknown[]) : [undefined, operand]
  if (!Number.isInteger(count) || (skip !== undefined && (!Number.isInteger(skip) || Number(count) <= 0))) {
    throw invalid('$slice needs a whole number or [skip, count]')
  }
  const size = Number(count)
  return (document) => {
    const array = document[path]
    if (!Array.isArray(array)) return
    if (skip === undefined) document[path] = size < 0 ? array.slice(size) : array.slice(0, size)
    else document[path] = sliceFrom(array, Number(skip), size)
  }
}

function sliceFrom(array: Value[], skip: number, size: number): Value[] {
  const start = skip < 0 ? Math.max(array.length + skip, 0) : skip
  return array.slice(start, start + size)
}
