import { isPlainObject, type MaybeValue } from '../values/compare'
import { boxOfShape } from '../geo/box'
import { keysOfBox } from '../geo/cells'
import { readShape } from '../geo/shape'
import { invalid } from '../values/check'
import { emptyArrayKey, encodeKey } from '../values/key'
import { isArrayIndex, ownField, somePath } from '../values/path'
import type { StoredDocument } from '../types'

/** A field of an index, its path split. */
export interface IndexField {
  path: string
  parts: readonly string[]
  direction: 1 | -1
  /** The field holds places, listed by the cells that they cover. */
  geo: boolean
}

/** The keys under which an index lists a document. */
export interface IndexKeys {
  keys: Buffer[]
  /** True when an array was met: then one document may have several keys, or none of its own order. */
  multikey: boolean
}

/**
 * The keys of one document. An array gives a key for each element, as in MongoDB. Two fields that both go
 * through arrays are refused ("parallel arrays").
 */
export function indexKeys(document: StoredDocument, fields: readonly IndexField[]): IndexKeys {
  const [first] = fields
  if (first?.geo) return placeKeys(document, first)
  let keys: Buffer[] = [Buffer.alloc(0)]
  let arrays = 0
  for (const { parts, direction, path } of fields) {
    const found: Found = { keys: [], array: false }
    collect(document, parts, 0, direction, found)
    if (found.array && ++arrays > 1) throw invalid(`cannot index parallel arrays (at "${path}")`)
    if (found.keys.length === 0) found.keys.push(encodeKey(null, direction))
    keys = keys.flatMap((prefix) =>
      found.keys.map((key) => (prefix.length ? Buffer.concat([prefix, key]) : key)),
    )
  }
  return { keys: arrays > 0 ? distinct(keys) : keys, multikey: arrays > 0 }
}

/**
 * Whether two versions of a document surely have the same keys: the values that the index looks at are the same. Most
 * changes leave most indexes alone, and this is a tenth of the work of making keys. Never true without reason.
 */
export function surelySameKeys(
  one: StoredDocument,
  other: StoredDocument,
  fields: readonly IndexField[],
): boolean {
  return fields.every(({ parts, geo }) => !geo && sameAt(one, other, parts, 0))
}

function sameAt(one: MaybeValue, other: MaybeValue, parts: readonly string[], from: number): boolean {
  const part = parts[from]
  if (Array.isArray(one)) {
    // A place in the array would have to be looked at as well.
    if (!Array.isArray(other) || one.length !== other.length || (part && isArrayIndex(part))) return false
    return one.every((element, i) => sameAt(element, other[i], parts, from))
  }
  if (!isPlainObject(one) || !isPlainObject(other)) return Object.is(one, other)
  return part !== undefined && sameAt(ownField(one, part), ownField(other, part), parts, from + 1)
}

interface Found {
  keys: Buffer[]
  array: boolean
}

function collect(
  value: MaybeValue,
  parts: readonly string[],
  from: number,
  direction: 1 | -1,
  found: Found,
): void {
  if (Array.isArray(value)) found.array = true
  const part = parts[from]
  if (part === undefined) {
    if (!Array.isArray(value)) found.keys.push(encodeKey(value, direction))
    else if (value.length === 0) found.keys.push(emptyArrayKey(direction))
    else for (const element of value) found.keys.push(encodeKey(element, direction))
    return
  }
  if (Array.isArray(value)) {
    const place = value[Number(part)]
    if (place !== undefined) collect(place, parts, from + 1, direction, found)
    for (const element of value) if (isPlainObject(element)) collect(element, parts, from, direction, found)
    return
  }
  const next = isPlainObject(value) ? ownField(value, part) : undefined
  collect(next, parts, from + 1, direction, found)
}

/** Refuses what is no place, as MongoDB does; null and what is missing is not listed. */
function placeKeys(document: StoredDocument, { parts, path }: IndexField): IndexKeys {
  const keys: Buffer[] = []
  somePath(document, parts, (leaf) => {
    for (const value of Array.isArray(leaf) ? leaf : [leaf]) {
      if (value === null || value === undefined) continue
      const shape = readShape(value)
      if (typeof shape === 'string') throw invalid(`cannot index the places of "${path}": ${shape}`)
      keys.push(...keysOfBox(boxOfShape(shape)))
    }
    return false
  })
  return { keys: distinct(keys), multikey: keys.length > 1 }
}

function distinct(keys: Buffer[]): Buffer[] {
  const sorted = keys.sort(Buffer.compare)
  return sorted.filter((key, i) => !sorted[i - 1]?.equals(key))
}
