import { fromJson, toJson } from '../values/json'
import { MAX_DOCUMENT_LENGTH } from '../values/check'
import { EngineError, type StoredDocument } from '../types'
import { type IndexTable } from './index-table'
import type { IndexKeys } from './index-keys'
import { quoted, type SqliteFile } from './file'

/** A document and its place in the table; places grow in order of insertion. */
export interface Row {
  seq: number
  document: StoredDocument
}

/** What a write does to one index: the keys before and after; undefined where there is no document. */
export interface Move {
  index: IndexTable
  old: IndexKeys | undefined
  next: IndexKeys | undefined
}

/** A row as SQLite gives it in raw mode. */
export type RawRow = [seq: number, doc: string]

/**
 * One collection: a table (seq, _id, doc, version) and its index tables. Writes must run inside a SQLite
 * transaction; a refusal (duplicate key, too large) is thrown before anything is written.
 */
export class Collection {
  private readonly byId
  private readonly bySeq
  private readonly count
  private readonly add
  private readonly change
  private readonly retire
  private readonly drop
  private readonly lastSeq
  private nextSeq = 1
  /** Goes up whenever rows that were read before may be wrong. */
  generation = 0

  constructor(
    readonly file: SqliteFile,
    readonly name: string,
    readonly indexes: readonly IndexTable[],
  ) {
    const table = quoted(name)
    this.byId = file.prepare(`SELECT seq, doc FROM ${table} WHERE _id = ?`).raw()
    this.bySeq = file.prepare(`SELECT seq, doc FROM ${table} WHERE seq = ?`).raw()
    this.count = file.prepare(`SELECT count(*) FROM ${table}`).raw()
    this.add = file.prepare(`INSERT INTO ${table} (seq, _id, doc, version) VALUES (?, ?, ?, 1)`)
    // Alterations by hand leave the version as it is; by that the triggers tell them apart.
    this.change = file.prepare(`UPDATE ${table} SET doc = ?, version = version + 1 WHERE seq = ?`)
    this.retire = file.prepare(`UPDATE ${table} SET version = 0 WHERE seq = ?`)
    this.drop = file.prepare(`DELETE FROM ${table} WHERE seq = ?`)
    this.lastSeq = file.prepare(`SELECT max(seq) FROM ${table}`).raw()
    this.refresh()
  }

  get(id: string): Row | undefined {
    const row = this.byId.get(id) as RawRow | undefined
    return row && this.parse(row)
  }

  /** How many documents there are. */
  size(): number {
    return (this.count.get() as [number])[0]
  }

  /**
   * What changing a document does to the indexes: nothing to those whose values stay; of a unique one its keys are told
   * all the same. @throws EngineError when it cannot be indexed
   */
  movesOf(before: StoredDocument | undefined, after: StoredDocument | null): Move[] {
    const touched =
      before && after
        ? this.indexes.filter((index) => index.definition.unique || !index.surelySame(before, after))
        : this.indexes
    return touched.map((index) => ({
      index,
      old: before && index.keysOf(before),
      next: after ? index.keysOf(after) : undefined,
    }))
  }

  /** @throws EngineError DUPLICATE_KEY when another document has the `_id` or a unique key */
  checkUnique(before: Row | undefined, document: StoredDocument, moves: readonly Move[]): void {
    if (!before && this.byId.get(document._id)) throw duplicate(this.name, '_id', document._id)
    for (const { index, old, next } of moves) {
      if (!index.definition.unique || !next || (old && sameKeys(old, next))) continue
      const holder = this.uniqueHolder(index, next, before?.seq ?? this.nextSeq)
      if (holder !== undefined) throw duplicate(this.name, index.definition.name, document._id)
    }
  }

  /** Writes the document, which `checkUnique` has let through, in place of the row, or as a new one. */
  put(before: Row | undefined, document: StoredDocument, moves: readonly Move[]): void {
    const text = toJson(document)
    if (text.length > MAX_DOCUMENT_LENGTH) {
      throw new EngineError('LIMIT_EXCEEDED', 'a document may be at most 16 MB')
    }
    const seq = before?.seq ?? this.nextSeq
    if (before) this.change.run(text, seq)
    else this.add.run(this.nextSeq++, document._id, text)
    for (const { index, old, next } of moves) index.move(seq, old, next)
  }

  delete(row: Row, moves: readonly Move[]): void {
    for (const { index, old, next } of moves) index.move(row.seq, old, next)
    this.retire.run(row.seq)
    this.drop.run(row.seq)
  }

  /** The `_id` of another document that holds one of the unique keys that this one would take, if any. */
  uniqueHolder(index: IndexTable, keys: IndexKeys, seq: number): string | undefined {
    for (const key of keys.keys) {
      for (const other of index.seqsAt(key, seq)) {
        const row = this.bySeq.get(other) as RawRow | undefined
        const document = row && this.parse(row).document
        // A document that was altered by hand may still be listed under a key that it has no more.
        if (document && index.keysOf(document).keys.some((held) => held.equals(key))) return document._id
      }
    }
    return undefined
  }

  /**
   * Lists a document that was altered by hand under the keys that it has now; one that is broken, or that an index
   * cannot hold, under none.
   */
  relist(seq: number, before: string | null): void {
    const row = this.bySeq.get(seq) as RawRow | undefined
    const old = before === null ? undefined : this.keysIn(before)
    const next = row && this.keysIn(row[1])
    this.indexes.forEach((index, i) => index.move(seq, old?.[i], next?.[i]))
  }

  /** What each index has of a document's text; undefined when one of them can have nothing. */
  private keysIn(text: string): IndexKeys[] | undefined {
    const document = readable(text)
    try {
      return document && this.indexes.map((index) => index.keysOf(document))
    } catch (error) {
      if (error instanceof EngineError) return undefined
      throw error
    }
  }

  /** Reads a row. An Error that names it when a person has left no valid JSON in it. */
  parse([seq, doc]: RawRow): Row {
    try {
      return { seq, document: fromJson(doc) }
    } catch {
      throw new Error(`"${this.name}", seq ${seq}: the doc is not valid JSON; it was altered by hand`)
    }
  }

  /** Reads again what a rollback or another program may have left wrong in memory. */
  refresh(): void {
    this.generation++
    this.nextSeq = ((this.lastSeq.get() as [number | null])[0] ?? 0) + 1
    for (const index of this.indexes) index.refresh()
  }
}

/** The error that names the index and the document that could not be written. */
export function duplicate(collection: string, index: string, id: string): EngineError {
  return new EngineError(
    'DUPLICATE_KEY',
    `E11000 duplicate key error collection: ${collection} index: ${index} (document "${id}")`,
  )
}

function readable(text: string): StoredDocument | undefined {
  try {
    return fromJson(text)
  } catch {
    return undefined
  }
}

function sameKeys(a: IndexKeys, b: IndexKeys): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key, i) => b.keys[i]?.equals(key))
}
