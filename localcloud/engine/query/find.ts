import { EngineError, type Filter, type FindRequest, type Sort, type StoredDocument } from '../types'
import { invalid } from '../values/check'
import type { Collection, Row } from '../store/collection'
import { compileFilter, type Matcher } from './filter'
import { type Near, nearOf, refuseNear } from './near'
import { type Plan, planQuery } from './plan'
import { compileProjection } from './project'
import { type ScanStats, scan } from './scan'
import { checkedSort, documentComparator, firstInOrder } from './sort'

/** Documents per query when no limit is given, and at most: CloudBase's. */
export const DEFAULT_LIMIT = 100
export const MAX_LIMIT = 1000
/** Most documents that a query may skip. */
const MAX_OFFSET = 1_000_000
/** A query without an index that reads more rows than this is reported. */
const WARN_ROWS = 1000

/** What reading needs besides the collection. */
export interface Reading {
  stats: ScanStats
  warn: (line: string) => void
}

/** A checked filter. */
export interface Query {
  filter: Filter
  matches: Matcher
}

/** Checks and compiles a filter. */
export function compileQuery(filter: Filter): Query {
  return { filter, matches: compileFilter(filter) }
}

/** Answers a find outside a transaction. */
export function findDocuments(
  collection: Collection,
  request: FindRequest,
  reading: Reading,
): StoredDocument[] {
  const sort = checkedSort(request.sort ?? [])
  const query = compileQuery(request.filter)
  const near = sort.length === 0 ? nearOf(request.filter) : undefined
  const offset = whole(request.offset ?? 0, 0, MAX_OFFSET, 'offset')
  const limit = whole(request.limit ?? DEFAULT_LIMIT, 1, MAX_LIMIT, 'limit')
  const found = (
    near
      ? nearestMatches(collection, query, near, offset + limit, reading)
      : firstMatches(collection, query, sort, offset + limit, reading)
  ).slice(offset)
  return request.projection ? found.map(compileProjection(request.projection)) : found
}

/** The first `count` matches in the order asked for. */
export function firstMatches(
  collection: Collection,
  query: Query,
  sort: Sort,
  count: number,
  reading: Reading,
): StoredDocument[] {
  const compare = documentComparator(sort)
  const plan = planQuery(collection.indexes, query.filter, sort)
  const documents = documentsOf(readMatches(collection, query, plan, compare, count, reading))
  return plan.sorted ? take(documents, count) : firstInOrder(documents, compare, count)
}

/** The first `count` matches from near to far. */
export function nearestMatches(
  collection: Collection,
  query: Query,
  { distanceOf }: Near,
  count: number,
  reading: Reading,
): StoredDocument[] {
  const compare = (a: StoredDocument, b: StoredDocument): number => distanceOf(a) - distanceOf(b)
  const plan = planQuery(collection.indexes, query.filter, [])
  return firstInOrder(
    documentsOf(readMatches(collection, query, plan, () => 0, count, reading)),
    compare,
    count,
  )
}

/** How many documents match. */
export function countDocuments(collection: Collection, filter: Filter, reading: Reading): number {
  if (Object.keys(filter).length === 0) return collection.size()
  let count = 0
  for (const _ of matchingRows(collection, compileQuery(filter), reading)) count++
  return count
}

/** Every match, in no particular order, read as it is asked for; `expected` is how many will be. */
export function matchingRows(
  collection: Collection,
  query: Query,
  reading: Reading,
  expected = MAX_LIMIT,
): Generator<Row> {
  refuseNear(query.filter)
  const plan = planQuery(collection.indexes, query.filter, [])
  return readMatches(collection, query, plan, () => 0, expected, reading)
}

function* readMatches(
  collection: Collection,
  { filter, matches }: Query,
  plan: Plan,
  compare: (a: StoredDocument, b: StoredDocument) => number,
  expected: number,
  reading: Reading,
): Generator<Row> {
  const byDocument = (a: Row, b: Row): number => compare(a.document, b.document)
  let examined = 0
  for (const row of scan(collection, plan, byDocument, expected, reading.stats)) {
    if (++examined === WARN_ROWS + 1) warnUnbounded(collection, filter, plan, reading)
    if (matches(row.document)) yield row
  }
}

function warnUnbounded(collection: Collection, filter: Filter, plan: Plan, reading: Reading): void {
  if (plan.bounded) return
  const fields = Object.keys(filter).join(', ') || 'nothing'
  reading.warn(
    `a query of "${collection.name}" by (${fields}) has no index and reads more than ${WARN_ROWS} documents`,
  )
}

function* documentsOf(rows: Iterable<Row>): Generator<StoredDocument> {
  for (const { document } of rows) yield document
}

function take(documents: Iterable<StoredDocument>, count: number): StoredDocument[] {
  const taken: StoredDocument[] = []
  for (const document of documents) {
    taken.push(document)
    if (taken.length >= count) break
  }
  return taken
}

function whole(value: number, least: number, most: number, name: string): number {
  if (!Number.isInteger(value) || value < least)
    throw invalid(`${name} must be a whole number of at least ${least}`)
  if (value > most) throw new EngineError('LIMIT_EXCEEDED', `${name} may be at most ${most}`)
  return value
}
