import { compareValues, isPlainObject, type MaybeValue } from '../values/compare'
import { invalid } from '../values/check'
import { ownField, splitPath } from '../values/path'
import type { Sort, StoredDocument } from '../types'

/** Most fields that one sort may name: MongoDB's own. */
const MAX_SORT_FIELDS = 32

/**
 * Compares documents by the given sort. An array counts by its least element when ascending and by its
 * greatest when descending; an empty array is less than null; missing equals null.
 */
export function documentComparator(sort: Sort): (a: StoredDocument, b: StoredDocument) => number {
  const keys = checkedSort(sort).map(([path, direction]) => ({ parts: splitPath(path), direction }))
  return (a, b) => {
    for (const { parts, direction } of keys) {
      const order = compareKeys(sortKey(a, parts, direction), sortKey(b, parts, direction))
      if (order !== 0) return order * direction
    }
    return 0
  }
}

/** Refuses directions other than 1 and −1, a field named twice and too many fields. */
export function checkedSort(sort: Sort): Sort {
  if (sort.length > MAX_SORT_FIELDS) throw invalid(`a sort may name at most ${MAX_SORT_FIELDS} fields`)
  const seen = new Set<string>()
  for (const [path, direction] of sort) {
    if (direction !== 1 && direction !== -1) throw invalid('a sort direction must be 1 or -1')
    if (seen.has(path)) throw invalid(`the sort names "${path}" twice`)
    seen.add(path)
    splitPath(path)
  }
  return sort
}

/**
 * The first `count` of a stream in order, without holding more than a few times as many. Equal documents
 * keep the order in which they came.
 */
export function firstInOrder(
  documents: Iterable<StoredDocument>,
  compare: (a: StoredDocument, b: StoredDocument) => number,
  count: number,
): StoredDocument[] {
  let kept: StoredDocument[] = []
  for (const document of documents) {
    kept.push(document)
    if (kept.length >= 2 * count + 1000) kept = kept.sort(compare).slice(0, count)
  }
  return kept.sort(compare).slice(0, count)
}

/** The key of an empty array, which sorts below null and missing. */
const EMPTY = Symbol('empty array')
type SortKey = MaybeValue | typeof EMPTY

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === EMPTY || b === EMPTY) return a === b ? 0 : a === EMPTY ? -1 : 1
  return compareValues(a, b)
}

function sortKey(document: StoredDocument, parts: readonly string[], direction: 1 | -1): SortKey {
  const keys: SortKey[] = []
  collect(document, parts, 0, keys)
  const [first, ...others] = keys
  return others.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best), first)
}

function collect(value: MaybeValue, parts: readonly string[], from: number, keys: SortKey[]): void {
  const part = parts[from]
  if (part === undefined) {
    if (!Array.isArray(value)) keys.push(value)
    else if (value.length === 0) keys.push(EMPTY)
    else keys.push(...value)
    return
  }
  if (Array.isArray(value)) {
    const place = value[Number(part)]
    if (place !== undefined) collect(place, parts, from + 1, keys)
    for (const element of value) if (isPlainObject(element)) collect(element, parts, from, keys)
    return
  }
  collect(isPlainObject(value) ? ownField(value, part) : undefined, parts, from + 1, keys)
}
