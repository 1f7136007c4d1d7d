import { checkId, invalid } from './values/check'
import { equalValues } from './values/compare'
import { compileFilter } from './query/filter'
import type { Update } from './update/update'
import { type Collection, duplicate } from './store/collection'
import { documentName, type Transaction } from './transaction'
import type { Transactions } from './transactions'
import { type Filter, type FindRequest, type StoredDocument } from './types'
import { compileProjection } from './query/project'
import {
  type Change,
  changeOf,
  checkChange,
  keyName,
  recordChanges,
  touchedNames,
  writeChange,
} from './changes'
import { type Modified, upsertDocument } from './writes'
import { Undo } from './writer'

/** A find inside a transaction: by `_id`, as of its snapshot and with its own writes. */
export function findInside(
  collection: Collection,
  transaction: Transaction,
  request: FindRequest,
  all: Transactions,
) {
  const document = visible(collection, transaction, idOf(request.filter), all)
  if (!document || !compileFilter(request.filter)(document)) return []
  return [request.projection ? compileProjection(request.projection)(document) : document]
}

/** Inserts inside a transaction. DUPLICATE_KEY when the snapshot or a unique index has it already. */
export function insertInside(
  collection: Collection,
  transaction: Transaction,
  documents: readonly StoredDocument[],
  all: Transactions,
): void {
  for (const document of documents) {
    const exists = visible(collection, transaction, document._id, all)
    if (exists) throw duplicate(collection.name, '_id', document._id)
    stage(collection, transaction, document._id, document, all)
  }
}

/** An update or replacement inside a transaction, by `_id`. Returns the document as it is afterwards. */
export function modifyInside(
  collection: Collection,
  transaction: Transaction,
  request: { filter: Filter; replace: boolean; upsert: boolean },
  update: Update,
  all: Transactions,
): Modified {
  const id = idOf(request.filter)
  const document = visible(collection, transaction, id, all)
  if (document && compileFilter(request.filter)(document)) {
    const after = update.apply(document, false)
    stage(collection, transaction, id, after, all)
    return { updated: equalValues(document, after) ? 0 : 1, document: after }
  }
  if (!request.upsert) return { updated: 0, document: null }
  const inserted = upsertDocument(request.filter, update, request.replace)
  insertInside(collection, transaction, [inserted], all)
  return { updated: 0, upsertedId: id, document: inserted }
}

/** A removal inside a transaction, by `_id`. */
export function removeInside(
  collection: Collection,
  transaction: Transaction,
  filter: Filter,
  all: Transactions,
): number {
  const id = idOf(filter)
  const document = visible(collection, transaction, id, all)
  if (!document || !compileFilter(filter)(document)) return 0
  stage(collection, transaction, id, null, all)
  return 1
}

/**
 * Writes everything that the transaction has staged; runs inside the writer's batch.
 * Its locks have kept out whatever could refuse it, so that no savepoint is set: a refusal, after an alteration by hand,
 * undoes the batch.
 */
export function commitStaged(transaction: Transaction, all: Transactions): void {
  try {
    for (const { collection, change, generation } of transaction.writes.values()) {
      const held =
        generation === collection.generation ? change : checkedAgain(collection, transaction, change, all)
      recordChanges(collection, [held], all)
      writeChange(collection, held)
    }
  } catch (error) {
    throw new Undo(error)
  }
}

/** A person may have altered the file since it was staged, or a rollback have taken what was read. */
function checkedAgain(
  collection: Collection,
  transaction: Transaction,
  { id, after }: Change,
  all: Transactions,
): Change {
  const change = changeOf(collection, id, all.committed(transaction, collection, id), after)
  checkChange(collection, change)
  return change
}

/** The document as the transaction sees it: its own write, else its snapshot. */
function visible(
  collection: Collection,
  transaction: Transaction,
  id: string,
  all: Transactions,
): StoredDocument | null {
  const name = documentName(collection.name, id)
  const own = transaction.writes.get(name)
  if (own) return own.change.after
  if (!all.isOnDisk(name)) transaction.readAhead = true
  const past = all.history.asOf(name, transaction.snapshot)
  if (past === undefined) return all.committed(transaction, collection, id)?.document ?? null
  transaction.readPast = true
  return past
}

/** Locks the document and the unique keys that it takes or gives up, then keeps the write for the commit. */
function stage(
  collection: Collection,
  transaction: Transaction,
  id: string,
  after: StoredDocument | null,
  all: Transactions,
): void {
  const name = documentName(collection.name, id)
  all.lock(transaction, name)
  const change = changeOf(collection, id, all.committed(transaction, collection, id), after)
  for (const touched of touchedNames(collection, change)) all.lock(transaction, touched)
  if (after) checkUnique(collection, transaction, name, change)
  for (const [key, holder] of transaction.keys) if (holder === name) transaction.keys.delete(key)
  if (after) for (const key of uniqueKeys(change)) transaction.keys.set(key, name)
  transaction.writes.delete(name)
  transaction.writes.set(name, { collection, change, generation: collection.generation })
}

function checkUnique(
  collection: Collection,
  transaction: Transaction,
  name: string,
  { id, before, moves }: Change,
): void {
  for (const { index, next } of moves) {
    if (!index.definition.unique || !next) continue
    const own = next.keys.some((key) => {
      const holder = transaction.keys.get(keyName(index.table, key))
      return holder !== undefined && holder !== name
    })
    const committed = collection.uniqueHolder(index, next, before?.seq ?? -1)
    const moved = committed !== undefined && transaction.writes.has(documentName(collection.name, committed))
    if (own || (committed !== undefined && !moved))
      throw duplicate(collection.name, index.definition.name, id)
  }
}

function uniqueKeys({ moves }: Change): string[] {
  return moves.flatMap(({ index, next }) =>
    index.definition.unique && next ? next.keys.map((key) => keyName(index.table, key)) : [],
  )
}

/** The `_id` that a filter names. Inside a transaction CloudBase serves documents, not conditions. */
function idOf(filter: Filter): string {
  const id = filter['_id']
  if (typeof id !== 'string') throw invalid('inside a transaction documents are reached by _id only')
  checkId(id)
  return id
}
