import { EngineError, type Filter, type Sort, type StoredDocument } from '../types'
import { compileQuery, firstMatches, matchingRows, type Query, type Reading } from '../query/find'
import { refuseNear } from '../query/near'
import type { Catalog } from '../store/catalog'
import type { Collection, Row } from '../store/collection'
import { isPlainObject } from '../values/compare'
import { nearestFirst } from './geo-near'
import { compilePipeline } from './pipeline'
import { sortOf } from './plain'
import type { Document, Environment } from './stage'

/** Most documents that one aggregation may take in from each collection, and give out. */
export const MAX_DOCUMENTS = 100_000

/**
 * Runs an aggregation. A leading `$geoNear`, or leading `$match`, `$sort` and `$limit`, are served by the indexes; the
 * other stages take documents one by one. Stages that write or run code are refused.
 */
export function aggregateDocuments(
  collection: Collection,
  stages: Record<string, unknown>[],
  catalog: Catalog,
  reading: Reading,
): StoredDocument[] {
  const environment: Environment = {
    variables: {},
    find: (name, filter) =>
      bounded(documents(matchingRows(catalog.get(name), compileQuery(filter), reading))),
    pipeline: compilePipeline,
  }
  const near = operandOf(stages[0], '$geoNear')
  const head = near === undefined ? leadingStages(stages) : undefined
  const run = compilePipeline(stages.slice(head?.used ?? 1), environment)
  const source = head ? sourceOf(collection, head, reading) : nearestFirst(collection, near, reading)
  return [...bounded(run(bounded(source)))] as StoredDocument[]
}

function sourceOf(collection: Collection, head: Head, reading: Reading): Iterable<Document> {
  if (!head.ordered) return documents(matchingRows(collection, head.query, reading))
  return firstMatches(collection, head.query, head.sort, head.limit ?? MAX_DOCUMENTS + 1, reading)
}

interface Head {
  query: Query
  sort: Sort
  limit?: number
  /** True when the sort or limit has been taken over, too. */
  ordered: boolean
  /** How many stages this takes over. */
  used: number
}

/** As many `$match` as there are, then at most one `$sort`, then at most one `$limit`. */
function leadingStages(stages: Record<string, unknown>[]): Head {
  const filters: Filter[] = []
  for (const stage of stages) {
    const filter = operandOf(stage, '$match')
    if (!isPlainObject(filter)) break
    filters.push(filter)
  }
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {})
  refuseNear(filter)
  const head: Head = { query: compileQuery(filter), sort: [], ordered: false, used: filters.length }
  const sort = operandOf(stages[head.used], '$sort')
  if (sort !== undefined) Object.assign(head, { sort: sortOf(sort), ordered: true, used: head.used + 1 })
  const limit = operandOf(stages[head.used], '$limit')
  if (Number.isInteger(limit) && Number(limit) > 0 && Number(limit) <= MAX_DOCUMENTS) {
    Object.assign(head, { limit: Number(limit), ordered: true, used: head.used + 1 })
  }
  return head
}

/** What a stage says when it is of that kind; a stage of two kinds is left to be refused. */
function operandOf(stage: unknown, name: string): unknown {
  return isPlainObject(stage) && Object.keys(stage).length === 1 ? stage[name] : undefined
}

function* documents(rows: Iterable<Row>): Generator<Document> {
  for (const { document } of rows) yield document
}

function* bounded(source: Iterable<Document>): Generator<Document> {
  let count = 0
  for (const document of source) {
    if (++count > MAX_DOCUMENTS) {
      throw new EngineError('LIMIT_EXCEEDED', `an aggregation may take in at most ${MAX_DOCUMENTS} documents`)
    }
    yield document
  }
}
