import type { Collection, RawRow, Row } from '../store/collection'
import type { IndexTable } from '../store/index-table'
import { quoted, type SqliteStatement } from '../store/file'
import type { KeyRange } from './bounds'
import type { IdTest, Plan } from './plan'

/** Counts what the engine reads, for tests and for the warning of unindexed queries. */
export interface ScanStats {
  rowsExamined: number
}

/** Rows are read in pages that double up to this many, so that a small answer reads little. */
const MAX_PAGE = 512

/**
 * Reads the rows that a plan reaches, each once. `compare` merges the ranges of a plan that is sorted;
 * `firstPage` is how many rows the caller expects to need.
 */
export function* scan(
  collection: Collection,
  plan: Plan,
  compare: (a: Row, b: Row) => number,
  firstPage: number,
  stats: ScanStats,
): Generator<Row> {
  for (const row of reach(collection, plan, compare, Math.min(Math.max(firstPage, 16), MAX_PAGE))) {
    stats.rowsExamined++
    yield row
  }
}

function* reach(
  collection: Collection,
  { access, sorted }: Plan,
  compare: (a: Row, b: Row) => number,
  page: number,
): Generator<Row> {
  if (access.kind === 'all') return yield* readAll(collection, page)
  if (access.kind === 'ids') {
    for (const id of access.ids) {
      const row = collection.get(id)
      if (row) yield row
    }
    return
  }
  if (access.kind === 'idOrder') return yield* readById(collection, access.tests, access.reverse, page)
  const { index, ranges, reverse } = access
  const streams = ranges.map((range) => readRange(collection, index, range, reverse, page))
  const rows = sorted && streams.length > 1 ? merge(streams, compare) : concatenate(streams)
  yield* index.multikey ? distinct(rows) : rows
}

function* readAll(collection: Collection, firstPage: number): Generator<Row> {
  const sql = `SELECT seq, doc FROM ${quoted(collection.name)} WHERE seq > ? ORDER BY seq LIMIT ?`
  const select = statement(collection, sql)
  let last = -1
  for (let size = firstPage; ; size = Math.min(size * 2, MAX_PAGE)) {
    const rows = select.all(last, size) as RawRow[]
    for (const row of rows) yield collection.parse(row)
    const end = rows.at(-1)
    if (rows.length < size || !end) return
    last = end[0]
  }
}

/** Reads in order of `_id`; the last `_id` of a page is where the next one goes on. */
function* readById(
  collection: Collection,
  tests: readonly IdTest[],
  reverse: boolean,
  firstPage: number,
): Generator<Row> {
  const where = tests.map(([operator]) => `AND _id ${operator} ?`).join(' ')
  const select = statement(
    collection,
    `SELECT seq, doc, _id FROM ${quoted(collection.name)} WHERE _id ${reverse ? '<' : '>'} ? ${where}
      ORDER BY _id ${reverse ? 'DESC' : 'ASC'} LIMIT ?`,
  )
  let last = reverse ? '\u{10ffff}' : ''
  for (let size = firstPage; ; size = Math.min(size * 2, MAX_PAGE)) {
    const rows = select.all(last, ...tests.map(([, id]) => id), size) as [number, string, string][]
    for (const [seq, doc] of rows) yield collection.parse([seq, doc])
    const end = rows.at(-1)
    if (rows.length < size || !end) return
    last = end[2]
  }
}

type IndexRow = [key: Buffer, seq: number, doc: string]

function* readRange(
  collection: Collection,
  index: IndexTable,
  { low, high }: KeyRange,
  reverse: boolean,
  firstPage: number,
): Generator<Row> {
  const select = statement(collection, rangeSql(collection, index, reverse))
  let from: [Buffer, number] = reverse ? [high, -1] : [low, -1]
  for (let size = firstPage; ; size = Math.min(size * 2, MAX_PAGE)) {
    const rows = select.all(from[0], from[1], reverse ? low : high, size) as IndexRow[]
    for (const [, seq, doc] of rows) yield collection.parse([seq, doc])
    const last = rows.at(-1)
    if (rows.length < size || !last) return
    from = [last[0], last[1]]
  }
}

/** Pages by (key, seq), so no cursor stays open between pages. Forwards `high` is outside, backwards too. */
function rangeSql(collection: Collection, index: IndexTable, reverse: boolean): string {
  const [after, until, order] = reverse ? ['<', '>=', 'DESC'] : ['>', '<', 'ASC']
  return `SELECT i.key, i.seq, d.doc FROM ${quoted(index.table)} i CROSS JOIN ${quoted(collection.name)} d ON d.seq = i.seq
    WHERE (i.key, i.seq) ${after} (?, ?) AND i.key ${until} ? ORDER BY i.key ${order}, i.seq ${order} LIMIT ?`
}

const statements = new WeakMap<Collection, Map<string, SqliteStatement>>()

/** Prepared once per collection; there are few different texts. */
function statement(collection: Collection, sql: string): SqliteStatement {
  const known = statements.get(collection) ?? new Map<string, SqliteStatement>()
  statements.set(collection, known)
  const prepared = known.get(sql) ?? collection.file.prepare(sql).raw()
  known.set(sql, prepared)
  return prepared
}

function* concatenate(streams: Generator<Row>[]): Generator<Row> {
  for (const stream of streams) yield* stream
}

/** Merges sorted streams; of equal rows the one of the earlier stream comes first. */
function* merge(streams: Generator<Row>[], compare: (a: Row, b: Row) => number): Generator<Row> {
  const heads = streams.map((stream) => ({ stream, row: next(stream) }))
  for (;;) {
    let least: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (head.row && (!least?.row || compare(head.row, least.row) < 0)) least = head
    }
    if (!least?.row) return
    yield least.row
    least.row = next(least.stream)
  }
}

function next(stream: Generator<Row>): Row | undefined {
  const result = stream.next()
  return result.done ? undefined : result.value
}

function* distinct(rows: Iterable<Row>): Generator<Row> {
  const seen = new Set<number>()
  for (const row of rows) {
    if (seen.has(row.seq)) continue
    seen.add(row.seq)
    yield row
  }
}
