import { EngineError } from '../types'
import { fromJson } from '../values/json'
import { type RawRow } from './collection'
import type { IndexTable } from './index-table'
import { quoted, type SqliteFile } from './file'

/** How many documents are held in memory at once while an index is built. */
const PAGE_SIZE = 500

/**
 * Fills a new index from the documents that are there. DUPLICATE_KEY, naming both documents, when they
 * break a unique index. To be run inside a SQLite transaction.
 */
export function buildIndex(file: SqliteFile, collection: string, index: IndexTable): void {
  const page = file
    .prepare(`SELECT seq, doc FROM ${quoted(collection)} WHERE seq > ? ORDER BY seq LIMIT ?`)
    .raw()
  let last = -1
  for (;;) {
    const rows = page.all(last, PAGE_SIZE) as RawRow[]
    for (const [seq, text] of rows) addDocument(file, collection, index, seq, text)
    const end = rows.at(-1)
    if (rows.length < PAGE_SIZE || !end) return
    last = end[0]
  }
}

function addDocument(
  file: SqliteFile,
  collection: string,
  index: IndexTable,
  seq: number,
  text: string,
): void {
  const document = fromJson(text)
  const keys = index.keysOf(document)
  const holders = index.definition.unique ? keys.keys.flatMap((key) => index.seqsAt(key, seq)) : []
  if (holders.length > 0) {
    const id = file
      .prepare(`SELECT _id FROM ${quoted(collection)} WHERE seq = ?`)
      .raw()
      .get(holders[0]) as [string]
    throw new EngineError(
      'DUPLICATE_KEY',
      `the unique index "${index.definition.name}" of "${collection}" cannot be built: documents "${id[0]}" and ` +
        `"${document._id}" have the same key`,
    )
  }
  index.move(seq, undefined, keys)
}
