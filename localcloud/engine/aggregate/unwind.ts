import { writePath, removePath } from '../update/edit'
import type { StoredDocument, Value } from '../types'
import { invalid } from '../values/check'
import { cloneValue } from '../values/clone'
import { isPlainObject, type MaybeValue } from '../values/compare'
import { ownField, splitPath } from '../values/path'
import type { Document, StageCompiler } from './stage'

/** One document for each element of an array; what is no array counts as one element. */
export const unwind: StageCompiler = (operand) => {
  const { path, keepsNothing, indexField } = operandsOf(operand)
  return function* (source) {
    for (const document of source) yield* unwound(document, path, keepsNothing, indexField)
  }
}

function* unwound(
  document: Document,
  path: string,
  keepsNothing: boolean,
  indexField: string | undefined,
): Iterable<Document> {
  const value = valueOf(document, splitPath(path))
  const nothing = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  if (nothing) {
    if (!keepsNothing) return
    const copy = copyOf(document)
    if (Array.isArray(value)) removePath(copy, path)
    if (indexField) writePath(copy, indexField, null)
    yield copy
    return
  }
  const elements = Array.isArray(value) ? value : [value]
  for (const [i, element] of elements.entries()) {
    const copy = copyOf(document)
    writePath(copy, path, element)
    if (indexField) writePath(copy, indexField, Array.isArray(value) ? i : null)
    yield copy
  }
}

/** A path through documents only: arrays on the way are not entered. */
function valueOf(document: Document, parts: readonly string[]): MaybeValue {
  return parts.reduce<MaybeValue>(
    (value, part) => (isPlainObject(value) ? ownField(value, part) : undefined),
    document,
  )
}

function copyOf(document: Document): StoredDocument {
  return cloneValue(document as Value) as StoredDocument
}

function operandsOf(operand: unknown): {
  path: string
  keepsNothing: boolean
  indexField: string | undefined
} {
  const object = typeof operand === 'string' ? { path: operand } : isPlainObject(operand) ? operand : {}
  const {
    path,
    preserveNullAndEmptyArrays: keeps = false,
    includeArrayIndex: index,
    ...others
  } = object as Record<string, unknown>
  if (typeof path !== 'string' || !/^\$[^$]/.test(path))
    throw invalid('$unwind needs a path that begins with $')
  if (typeof keeps !== 'boolean' || Object.keys(others).length > 0)
    throw invalid('$unwind takes path, includeArrayIndex and preserveNullAndEmptyArrays')
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$'))) {
    throw invalid('includeArrayIndex needs a name for its field')
  }
  splitPath(path.slice(1))
  return { path: path.slice(1), keepsNothing: keeps, indexField: index }
}
