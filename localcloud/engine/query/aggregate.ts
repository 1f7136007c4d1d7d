import { Aggregator } from 'mingo/aggregator'
import { EngineError, type Filter, type Sort, type StoredDocument } from '../types'
import { invalid } from '../values/check'
import type { Catalog } from '../store/catalog'
import type { Collection, Row } from '../store/collection'
import { compileQuery, firstMatches, matchingRows, type Query, type Reading } from './find'
import { mendedStages } from './mended-stages'
import { checkStages, sortOf } from './stages'

/** Most documents that one aggregation may take in from each collection, and give out. */
const MAX_DOCUMENTS = 100_000

/**
 * Runs an aggregation. Leading `$match`, `$sort` and `$limit` are served by the indexes; mingo computes the
 * rest. Stages that write, run code or read positions are refused.
 */
export function aggregateDocuments(
  collection: Collection,
  stages: Record<string, unknown>[],
  catalog: Catalog,
  reading: Reading,
): StoredDocument[] {
  checkStages(stages)
  const head = leadingStages(stages)
  const source = head.ordered
    ? firstMatches(collection, head.query, head.sort, head.limit ?? MAX_DOCUMENTS + 1, reading)
    : documents(matchingRows(collection, head.query, reading))
  const aggregator = new Aggregator(stages.slice(head.used), {
    context: mendedStages(),
    scriptEnabled: false,
    collectionResolver: (name) => [
      ...bounded(documents(matchingRows(catalog.get(name), compileQuery({}), reading))),
    ],
  })
  try {
    return [...bounded(aggregator.stream(bounded(source)) as Iterable<StoredDocument>)]
  } catch (error) {
    if (error instanceof EngineError) throw error
    throw invalid(`the aggregation is not valid: ${error instanceof Error ? error.message : String(error)}`)
  }
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
  let used = 0
  // An `$expr` is computed by mingo, stage by stage.
  for (let stage = stages[0]; isIndexable(stage); stage = stages[used]) {
    filters.push(stage['$match'])
    used++
  }
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {})
  const head: Head = { query: compileQuery(filter), sort: [], ordered: false, used }
  const sort = stages[head.used]?.['$sort']
  if (sort !== undefined) Object.assign(head, { sort: sortOf(sort), ordered: true, used: head.used + 1 })
  const limit = stages[head.used]?.['$limit']
  if (limit !== undefined && Number(limit) <= MAX_DOCUMENTS) {
    Object.assign(head, { limit: Number(limit), ordered: true, used: head.used + 1 })
  }
  return head
}

function isIndexable(stage: Record<string, unknown> | undefined): stage is { $match: Filter } {
  const filter = stage?.['$match']
  return typeof filter === 'object' && filter !== null && !('$expr' in filter)
}

function* documents(rows: Iterable<Row>): Generator<StoredDocument> {
  for (const { document } of rows) yield document
}

function* bounded(source: Iterable<StoredDocument>): Generator<StoredDocument> {
  let count = 0
  for (const document of source) {
    if (++count > MAX_DOCUMENTS) {
      throw new EngineError('LIMIT_EXCEEDED', `an aggregation may take in at most ${MAX_DOCUMENTS} documents`)
    }
    yield document
  }
}
