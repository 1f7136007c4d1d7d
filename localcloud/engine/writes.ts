import { randomBytes } from 'node:crypto'
import { type Change, changeOf, writeChanges } from './changes'
import { conjunction } from './query/bounds'
import { matchingRows, type Query, type Reading } from './query/find'
import type { Collection, Row } from './store/collection'
import type { Transactions } from './transactions'
import { EngineError, type Filter, type ModifyResult, type StoredDocument, type Value } from './types'
import { writePath } from './update/edit'
import type { Update } from './update/update'
import { checkedDocument, invalid } from './values/check'
import { equalValues } from './values/compare'

/** Most documents that one insert may hold, and that one update or removal may change. */
export const MAX_INSERT = 1000
const MAX_MULTI = 100_000

/** What a change of one document comes to. */
export type Modified = ModifyResult & { document: StoredDocument | null }

/** Where a plain write happens: inside the writer's batch, beside open transactions. */
export interface WriteContext {
  reading: Reading
  transactions: Transactions
}

/** Inserts all of the documents or none. */
export function insertNow(
  collection: Collection,
  documents: StoredDocument[],
  { transactions }: WriteContext,
): void {
  const changes = documents.map((after) => changeOf(collection, after._id, undefined, after))
  writeChanges(collection, changes, transactions)
}

/** Updates the matches as they are at this moment, or inserts when there is none and `upsert` is set. */
export function modifyNow(
  collection: Collection,
  query: Query,
  update: Update,
  request: { multi: boolean; upsert: boolean; replace: boolean },
  context: WriteContext,
): Modified {
  const rows = matchesNow(collection, query, request.multi, context.reading)
  if (rows.length === 0 && request.upsert) {
    const document = upsertDocument(query.filter, update, request.replace)
    insertNow(collection, [document], context)
    return { updated: 0, upsertedId: document._id, document }
  }
  const changes = updateChanges(collection, rows, update)
  writeChanges(collection, changes, context.transactions)
  return { updated: changes.length, document: changes[0]?.after ?? rows[0]?.document ?? null }
}

/** Removes the matches as they are at this moment; returns how many. */
export function removeNow(
  collection: Collection,
  query: Query,
  multi: boolean,
  context: WriteContext,
): number {
  const rows = matchesNow(collection, query, multi, context.reading)
  const changes = rows.map((before) => changeOf(collection, before.document._id, before, null))
  writeChanges(collection, changes, context.transactions)
  return changes.length
}

function matchesNow(collection: Collection, query: Query, multi: boolean, reading: Reading): Row[] {
  const rows: Row[] = []
  for (const row of matchingRows(collection, query, reading, multi ? MAX_MULTI : 1)) {
    rows.push(row)
    if (!multi) break
    if (rows.length > MAX_MULTI) {
      throw new EngineError('LIMIT_EXCEEDED', `one request may change at most ${MAX_MULTI} documents`)
    }
  }
  return rows
}

/** The changes of an update to the rows; those that it leaves as they are drop out, as in `nModified`. */
function updateChanges(collection: Collection, rows: readonly Row[], update: Update): Change[] {
  return rows.flatMap((row) => {
    const after = update.apply(row.document, false)
    return equalValues(row.document, after) ? [] : [changeOf(collection, row.document._id, row, after)]
  })
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
