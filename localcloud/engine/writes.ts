import { randomBytes } from 'node:crypto'
import { equalValues } from './values/compare'
import { checkedDocument, invalid } from './values/check'
import { writePath } from './update/edit'
import type { Update } from './update/update'
import { conjunction } from './query/bounds'
import type { Collection, Row } from './store/collection'
import type { SqliteFile } from './store/file'
import type { IndexKeys } from './store/index-keys'
import { documentName, type Transactions } from './transactions'
import { EngineError, type Filter, type StoredDocument, type Value } from './types'
import { Locked } from './writer'

/** Most documents that one insert may hold, and that one update or remove may change. */
export const MAX_INSERT = 1000
export const MAX_MULTI = 100_000

/** One document before and after; null after a removal. */
export interface Change {
  before: Row | undefined
  id: string
  after: StoredDocument | null
}

/**
 * Commits changes inside the writer's batch: waits (by throwing Locked) when a transaction holds one of the
 * documents or unique keys, notes the versions for open snapshots, then writes all or nothing.
 */
export function writeChanges(
  collection: Collection,
  changes: readonly Change[],
  transactions: Transactions,
): void {
  if (transactions.anyOpen) {
    const names = changes.map((change) => touchedNames(collection, change))
    for (const name of names.flat()) if (transactions.ownerOf(name)) throw new Locked(name)
    recordChanges(collection, changes, transactions)
  }
  const writeAll = (): void => changes.forEach((change) => writeChange(collection, change))
  // One document is refused before anything of it is written, so it needs no savepoint.
  if (changes.length === 1) writeAll()
  else if (changes.length > 1) atomically(collection.file, collection, writeAll)
}

/** Notes what is about to be committed, when a snapshot is open. */
export function recordChanges(
  collection: Collection,
  changes: readonly Change[],
  transactions: Transactions,
): void {
  for (const change of changes) {
    const [document, ...keys] = touchedNames(collection, change)
    transactions.record(document!, change.before?.document ?? null)
    for (const key of keys) transactions.record(key, undefined)
  }
}

/** Writes one document and its index entries. */
export function writeChange(collection: Collection, { before, after }: Change): void {
  if (after) collection.put(before, after)
  else if (before) collection.delete(before)
}

/** Undoes all writes of the work when it throws. */
export function atomically(file: SqliteFile, stale: { refresh: () => void }, work: () => void): void {
  file.exec('SAVEPOINT several')
  try {
    work()
  } catch (error) {
    file.exec('ROLLBACK TO several')
    stale.refresh()
    throw error
  } finally {
    file.exec('RELEASE several')
  }
}

/** The names of the document and of every unique key that the change takes or gives up. */
export function touchedNames(collection: Collection, { id, before, after }: Change): string[] {
  const names = [documentName(collection.name, id)]
  for (const index of collection.indexes) {
    if (!index.definition.unique) continue
    const old = before ? index.keysOf(before.document).keys : []
    const next = after ? index.keysOf(after).keys : []
    const changed = [...old.filter((key) => !has(next, key)), ...next.filter((key) => !has(old, key))]
    names.push(...changed.map((key) => keyName(index.table, key)))
  }
  return names
}

/** The name of a unique key among locks and in the history. */
export function keyName(table: string, key: Buffer): string {
  return `${table}\0\0${key.toString('latin1')}`
}

/** The changes of an update to the rows; those that it leaves as they are drop out, as in `nModified`. */
export function updateChanges(rows: readonly Row[], update: Update): Change[] {
  return rows
    .map((row): Change => ({ before: row, id: row.document._id, after: update.apply(row.document, false) }))
    .filter(({ before, after }) => !equalValues(before?.document, after))
}

/** The document that an upsert inserts: what the filter fixes, then the update. */
export function upsertDocument(filter: Filter, update: Update, replace: boolean): StoredDocument {
  const fixed: StoredDocument = { _id: newId() }
  for (const [path, conditions] of conjunction(filter)) {
    for (const [operator, operand] of conditions) {
      if (operator === '$eq' && (!replace || path === '_id')) writePath(fixed, path, operand as Value)
    }
  }
  return checkedDocument(update.apply(checkedDocument(fixed), true))
}

/** Checks the documents of an insert and gives an `_id` to those that have none. */
export function insertedDocuments(documents: readonly Record<string, unknown>[]): StoredDocument[] {
  if (!Array.isArray(documents) || documents.length === 0) throw invalid('an insert needs documents')
  if (documents.length > MAX_INSERT) {
    throw new EngineError('LIMIT_EXCEEDED', `an insert may hold at most ${MAX_INSERT} documents`)
  }
  return documents.map((document) =>
    checkedDocument(
      document['_id'] === undefined ? { _id: newId(), ...withoutUndefinedId(document) } : document,
    ),
  )
}

function withoutUndefinedId({ _id: _, ...others }: Record<string, unknown>): Record<string, unknown> {
  return others
}

/** 32 hexadecimal digits, as CloudBase's own ids. */
function newId(): string {
  return randomBytes(16).toString('hex')
}

function has(keys: IndexKeys['keys'], wanted: Buffer): boolean {
  return keys.some((key) => key.equals(wanted))
}
