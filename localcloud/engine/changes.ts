import type { Collection, Move, Row } from './store/collection'
import type { SqliteFile } from './store/file'
import type { IndexKeys } from './store/index-keys'
import { documentName } from './transaction'
import type { Transactions } from './transactions'
import type { StoredDocument } from './types'
import { Locked } from './writer'

/** One document before and after; null after a removal. */
export interface Change {
  before: Row | undefined
  id: string
  after: StoredDocument | null
  moves: readonly Move[]
}

/** @throws EngineError when the document cannot be indexed */
export function changeOf(
  collection: Collection,
  id: string,
  before: Row | undefined,
  after: StoredDocument | null,
): Change {
  return { before, id, after, moves: collection.movesOf(before?.document, after) }
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
  }
  recordChanges(collection, changes, transactions)
  const writeAll = (): void => {
    for (const change of changes) {
      checkChange(collection, change)
      writeChange(collection, change)
    }
  }
  // One document is refused before anything of it is written, so it needs no savepoint.
  if (changes.length === 1) writeAll()
  else if (changes.length > 1) atomically(collection.file, collection, writeAll)
}

/** Notes what is about to be committed, for the snapshots that are open and until it is on disk. */
export function recordChanges(
  collection: Collection,
  changes: readonly Change[],
  transactions: Transactions,
): void {
  for (const change of changes) {
    const document = documentName(collection.name, change.id)
    transactions.record(document, change.before?.document ?? null)
    for (const key of touchedKeys(change)) transactions.record(key, undefined)
  }
}

/** @throws EngineError DUPLICATE_KEY */
export function checkChange(collection: Collection, { before, after, moves }: Change): void {
  if (after) collection.checkUnique(before, after, moves)
}

/** Writes one document that was checked, and its index entries. */
export function writeChange(collection: Collection, { before, after, moves }: Change): void {
  if (after) collection.put(before, after, moves)
  else if (before) collection.delete(before, moves)
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
export function touchedNames(collection: Collection, change: Change): string[] {
  return [documentName(collection.name, change.id), ...touchedKeys(change)]
}

function touchedKeys({ moves }: Change): string[] {
  const names: string[] = []
  for (const { index, old, next } of moves) {
    if (!index.definition.unique) continue
    const [given, taken] = [old?.keys ?? [], next?.keys ?? []]
    const changed = [...given.filter((key) => !has(taken, key)), ...taken.filter((key) => !has(given, key))]
    names.push(...changed.map((key) => keyName(index.table, key)))
  }
  return names
}

/** The name of a unique key among locks and in the history. */
export function keyName(table: string, key: Buffer): string {
  return `${table}\0\0${key.toString('latin1')}`
}

function has(keys: IndexKeys['keys'], wanted: Buffer): boolean {
  return keys.some((key) => key.equals(wanted))
}
