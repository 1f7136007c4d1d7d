/**
 * What the gateway asks of the database engine. Values are plain JavaScript: the wire's EJSON is decoded
 * before it gets here and encoded after it leaves.
 */

/** A stored value. Integers and doubles are both JavaScript numbers; int64 beyond 2^53 is refused at the wire. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | { [key: string]: Value }

/** A stored document. `_id` is a string of 1–256 characters. */
export interface StoredDocument {
  _id: string
  [field: string]: Value
}

/** A MongoDB filter as the CloudBase SDKs send it, e.g. `{ left: { $gte: 1 } }`. */
export type Filter = Record<string, unknown>

/** Sort keys in order; 1 ascending, −1 descending. */
export type Sort = ReadonlyArray<readonly [path: string, direction: 1 | -1]>

export interface FindRequest {
  collection: string
  filter: Filter
  sort?: Sort
  offset?: number
  /** Default 100, at most 1,000, as in CloudBase. */
  limit?: number
  projection?: Record<string, unknown>
  transactionId?: string
}

export interface ModifyRequest {
  collection: string
  filter: Filter
  /** Operators (`{ $set, $inc, … }`) when `replace` is false; a whole document when it is true. */
  change: Record<string, unknown>
  replace: boolean
  upsert: boolean
  /** false: at most one document changes. */
  multi: boolean
  transactionId?: string
}

export interface ModifyResult {
  updated: number
  upsertedId?: string
}

/**
 * One declared index. A missing field counts as null, also for uniqueness. An index of places has one field, of the
 * kind `2dsphere`; documents without a place are not in it.
 */
export interface IndexDefinition {
  name: string
  fields: ReadonlyArray<readonly [path: string, kind: 1 | -1 | '2dsphere']>
  unique?: boolean
}

/** How much is in a collection, and its indexes. */
export interface CollectionReport {
  name: string
  documents: number
  indexes: IndexDefinition[]
}

export type CollectionDefinitions = Record<string, { indexes: IndexDefinition[] }>

/** Stable error codes of the engine; the gateway turns them into CloudBase's own. */
export type EngineErrorCode =
  | 'COLLECTION_NOT_EXIST'
  | 'DUPLICATE_KEY'
  | 'TRANSACTION_CONFLICT'
  | 'TRANSACTION_GONE'
  | 'INVALID_REQUEST'
  | 'LIMIT_EXCEEDED'

export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'EngineError'
  }
}

/**
 * A durable document store with snapshot transactions. A promise of a write resolves only after the write is
 * on disk (group commit). Every method rejects with an EngineError, never with anything else, for a request
 * that is at fault.
 */
export interface Engine {
  insert(collection: string, documents: StoredDocument[], transactionId?: string): Promise<string[]>
  find(request: FindRequest): Promise<StoredDocument[]>
  count(collection: string, filter: Filter): Promise<number>
  modify(request: ModifyRequest): Promise<ModifyResult>
  /** Changes at most one document and returns it as it is afterwards. */
  modifyAndReturn(request: ModifyRequest): Promise<ModifyResult & { document: StoredDocument | null }>
  remove(collection: string, filter: Filter, multi: boolean, transactionId?: string): Promise<number>
  aggregate(collection: string, stages: Record<string, unknown>[]): Promise<StoredDocument[]>
  createCollection(name: string): Promise<void>
  /** All collections, in order of their names. */
  collections(): CollectionReport[]
  /** Opens a snapshot. It is aborted by itself after 30 s. */
  begin(): string
  commit(transactionId: string): Promise<void>
  /** Rejects with TRANSACTION_GONE when it has ended already. Answers when all that was read in it is on disk. */
  abort(transactionId: string): Promise<void>
  /** Finishes what is queued and closes the file. */
  close(): Promise<void>
}

export interface EngineOptions {
  /** Folder that holds the database file `data.sqlite`; made when absent. */
  directory: string
  collections: CollectionDefinitions
  /** Milliseconds since the epoch; tests move it. */
  now?: () => number
  /** Called with a line when a query without an index scans more than 1,000 documents. */
  onWarning?: (line: string) => void
}
