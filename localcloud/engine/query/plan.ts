import { everywhere, rangesOfBox } from '../geo/cells'
import type { IndexTable } from '../store/index-table'
import type { Filter, Sort } from '../types'
import { invalid } from '../values/check'
import { GEO_OPERATORS, geoCondition } from './geo'
import { geoPaths } from './near'
import {
  conjunction,
  type FieldBounds,
  fieldBounds,
  type KeyRange,
  wholePrefix,
  withPoints,
  withRange,
} from './bounds'

/** A comparison of `_id` in SQL, whose order of texts is that of their UTF-8 bytes, as here. */
export type IdTest = readonly [operator: '>' | '>=' | '<' | '<=', id: string]

/** How the documents of a query are reached. */
export type Access =
  | { kind: 'all' }
  | { kind: 'ids'; ids: string[] }
  | { kind: 'idOrder'; tests: IdTest[]; reverse: boolean }
  | { kind: 'index'; index: IndexTable; ranges: KeyRange[]; reverse: boolean }

/** A way to answer a query. The filter is always applied to what is read. */
export interface Plan {
  access: Access
  /** The documents of each range come in the order asked for. */
  sorted: boolean
  /** False when the whole collection is read. */
  bounded: boolean
}

/**
 * Chooses how to answer a query: by `_id`, else by the index that fixes most leading fields, a range after
 * them and the sort counting too, else by reading everything.
 */
export function planQuery(indexes: readonly IndexTable[], filter: Filter, sort: Sort): Plan {
  const places = geoPaths(filter)
  for (const path of places) requireGeoIndex(indexes, path)
  const conditions = conjunction(filter)
  const ids = fieldBounds(conditions.get('_id') ?? [], false).points
  if (ids) {
    const strings = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
    return {
      access: { kind: 'ids', ids: strings },
      sorted: strings.length < 2 || sort.length === 0,
      bounded: true,
    }
  }
  let best: Candidate = {
    score: 0,
    plan: { access: { kind: 'all' }, sorted: sort.length === 0, bounded: false },
  }
  const candidates = [
    planIdOrder(conditions, sort),
    ...indexes.flatMap((index) =>
      index.fields[0]?.geo ? planPlaces(index, conditions, sort) : planIndex(index, conditions, sort),
    ),
  ]
  for (const candidate of candidates) {
    if (candidate.score > best.score) best = candidate
  }
  return best.plan
}

/** CloudBase answers questions of place only by an index of places. */
function requireGeoIndex(indexes: readonly IndexTable[], path: string): void {
  const there = indexes.some(({ fields }) => fields[0]?.geo && fields[0].path === path)
  if (!there) throw invalid(`"${path}" needs an index of places (2dsphere)`)
}

/** A box of places counts for more than a range, for less than an equality. */
const PLACES_SCORE = 9.5

function planPlaces(index: IndexTable, conditions: Conditions, sort: Sort): Candidate[] {
  const boxes = (conditions.get(index.fields[0]?.path ?? '') ?? [])
    .filter(([operator]) => GEO_OPERATORS.includes(operator))
    .map(([operator, operand]) => geoCondition(operator, operand).box)
  if (boxes.length === 0) return []
  const box = boxes.find((one) => one !== undefined)
  const ranges = box ? rangesOfBox(box) : [everywhere]
  const access: Access = { kind: 'index', index, ranges, reverse: false }
  return [{ score: PLACES_SCORE, plan: { access, sorted: sort.length === 0, bounded: true } }]
}

interface Candidate {
  plan: Plan
  score: number
}

type Conditions = ReturnType<typeof conjunction>

/** Further comparisons are left to the filter, so that there are few different SQL texts. */
const MAX_ID_TESTS = 2

const ID_OPERATORS = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const

function planIdOrder(conditions: Conditions, sort: Sort): Candidate {
  const { range = [] } = fieldBounds(conditions.get('_id') ?? [], false)
  const tests = range
    .slice(0, MAX_ID_TESTS)
    .flatMap(([operator, bound]): IdTest[] =>
      typeof bound === 'string' ? [[ID_OPERATORS[operator], bound]] : [],
    )
  // Whatever follows `_id` in a sort never decides.
  const sorted = sort.length === 0 || sort[0]?.[0] === '_id'
  return {
    score: scoreOf(0, tests.length > 0, sort.length > 0 && sorted),
    plan: {
      access: { kind: 'idOrder', tests, reverse: sort[0]?.[1] === -1 },
      sorted,
      bounded: tests.length > 0,
    },
  }
}

function planIndex(index: IndexTable, conditions: Conditions, sort: Sort): Candidate {
  const bounds = index.fields.map(({ path }) => fieldBounds(conditions.get(path) ?? [], index.multikey))
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let fixed = 0
  for (const { direction } of index.fields) {
    const { points } = bounds[fixed] ?? {}
    const next = points && withPoints(prefixes, points, direction)
    if (!next) break
    prefixes = next
    fixed++
  }
  const range = bounds[fixed]?.range
  const direction = index.fields[fixed]?.direction ?? 1
  const ranges = prefixes.map((prefix) => (range ? withRange(prefix, range, direction) : wholePrefix(prefix)))
  const order = index.multikey ? undefined : sortOrder(index, bounds, fixed, sort)
  const sorted = sort.length === 0 || order !== undefined
  const score = scoreOf(fixed, range !== undefined, sort.length > 0 && sorted)
  return {
    score,
    plan: {
      access: { kind: 'index', index, ranges, reverse: order === -1 },
      sorted,
      bounded: fixed > 0 || range !== undefined,
    },
  }
}

/** Bounds come before order, for they hold however rare the matches are; after a fixed field order comes first. */
function scoreOf(fixed: number, range: boolean, serves: boolean): number {
  const ofRange = fixed > 0 ? 5 : 9
  return fixed * 10 + (range ? ofRange : 0) + (serves ? 8 : 0)
}

/** 1 or −1 when reading the index forwards or backwards gives the sort within each range; else undefined. */
function sortOrder(
  index: IndexTable,
  bounds: readonly FieldBounds[],
  fixed: number,
  sort: Sort,
): 1 | -1 | undefined {
  const constant = new Set(
    index.fields.filter((_, i) => i < fixed && bounds[i]?.points?.length === 1).map(({ path }) => path),
  )
  const wanted = sort.filter(([path]) => !constant.has(path))
  const orders = wanted.map(([path, direction], i) => {
    const field = index.fields[fixed + i]
    return field?.path === path ? direction * field.direction : 0
  })
  const [first = 1] = orders
  return orders.every((order) => order === first && order !== 0) ? (first as 1 | -1) : undefined
}
