import type { Filter, StoredDocument } from '../types'
import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue } from '../values/compare'
import { somePath, splitPath } from '../values/path'
import { conjunction } from './bounds'
import { distanceTo, GEO_OPERATORS, nearnessOf } from './geo'

/** The field and the point by which a query wants its documents from near to far. */
export interface Near {
  path: string
  /** Metres; Infinity without a place. Computed once for each document. */
  distanceOf: (document: StoredDocument) => number
}

/** The `geoNear` of a filter, if it has one. It may stand beside other conditions, not inside `$or` or `$nor`. */
export function nearOf(filter: Filter): Near | undefined {
  const all = [...conjunction(filter)].flatMap(([path, conditions]) =>
    conditions.filter(([operator]) => operator === '$nearSphere').map(([, operand]) => ({ path, operand })),
  )
  if (all.length !== countOf(filter, '$nearSphere'))
    throw invalid('geoNear cannot stand inside or, nor and not')
  const [one, ...others] = all
  if (others.length > 0) throw invalid('a query may have one geoNear')
  return one && { path: one.path, distanceOf: distances(one.path, nearnessOf(one.operand).from) }
}

/** Refuses a `geoNear` where documents are not given out in order. */
export function refuseNear(filter: Filter): void {
  if (countOf(filter, '$nearSphere') > 0) throw invalid('geoNear can be used only to get documents')
}

/** The fields that are looked for by place, anywhere in a filter. */
export function geoPaths(filter: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(filter)) filter.forEach((branch) => geoPaths(branch, into))
  if (!isPlainObject(filter)) return into
  for (const [key, condition] of Object.entries(filter)) {
    if (key.startsWith('$')) geoPaths(condition, into)
    else if (GEO_OPERATORS.some((operator) => countOf(condition, operator) > 0)) into.add(key)
  }
  return into
}

function distances(path: string, from: Parameters<typeof distanceTo>[0]): Near['distanceOf'] {
  const known = new WeakMap<StoredDocument, number>()
  const parts = splitPath(path)
  return (document) => {
    const kept = known.get(document)
    if (kept !== undefined) return kept
    let least = Infinity
    somePath(document, parts, (leaf: MaybeValue) => {
      least = Math.min(least, distanceTo(from, leaf) ?? Infinity)
      return false
    })
    known.set(document, least)
    return least
  }
}

/** How often an operator stands in a filter, at any depth. */
function countOf(filter: unknown, operator: string): number {
  if (Array.isArray(filter)) return filter.reduce<number>((sum, branch) => sum + countOf(branch, operator), 0)
  if (!isPlainObject(filter)) return 0
  return Object.entries(filter).reduce(
    (sum, [key, condition]) => sum + (key === operator ? 1 : countOf(condition, operator)),
    0,
  )
}
