import { randomUUID } from 'node:crypto'
import { EngineError, type StoredDocument } from './types'
import { History, MAX_PRE_IMAGES } from './history'
import type { Change } from './changes'
import type { Collection, Row } from './store/collection'

/** How long a transaction lives, in ms: CloudBase's. */
export const TRANSACTION_LIFE_MS = 30_000
/** How often those whose time is over are looked for, in ms. */
export const EXPIRY_CHECK_MS = 500
/** Most transactions open at once. */
const MAX_OPEN = 2000
/** Most documents that one transaction may write. */
const MAX_WRITES = 1000

/** What a transaction will do to one document when it commits. */
export interface PendingWrite {
  collection: Collection
  change: Change
  /** The collection's when the change was checked. */
  generation: number
}

/** A committed row that a transaction has read; it holds until the name, or the collection's memory, changes. */
interface ReadRow {
  row: Row | undefined
  batch: number
  generation: number
}

/** An open snapshot with its own writes. */
export interface Transaction {
  readonly id: string
  /** The last batch that it sees. */
  readonly snapshot: number
  readonly expiresAt: number
  /** By the document's name, in the order of the last write to each. */
  readonly writes: Map<string, PendingWrite>
  readonly locks: Set<string>
  /** Committed rows by the document's name: those that it reads are mostly those that it writes next. */
  readonly rows: Map<string, ReadRow>
  /** Unique keys that its own writes hold, with the name of the document that does. */
  readonly keys: Map<string, string>
  committing: boolean
}

/** The open transactions, the locks that they hold and the versions that they still see. */
export class Transactions {
  readonly history = new History()
  private readonly open = new Map<string, Transaction>()
  private readonly owners = new Map<string, Transaction>()

  constructor(
    private readonly now: () => number,
    private readonly onRelease: (locks: Iterable<string>) => void,
  ) {}

  get anyOpen(): boolean {
    return this.open.size > 0
  }

  begin(): Transaction {
    this.expire()
    if (this.open.size >= MAX_OPEN) {
      throw new EngineError('LIMIT_EXCEEDED', `at most ${MAX_OPEN} transactions may be open`)
    }
    const transaction: Transaction = {
      id: randomUUID(),
      snapshot: this.history.batch,
      expiresAt: this.now() + TRANSACTION_LIFE_MS,
      writes: new Map(),
      locks: new Set(),
      rows: new Map(),
      keys: new Map(),
      committing: false,
    }
    this.open.set(transaction.id, transaction)
    return transaction
  }

  /** TRANSACTION_GONE when it has ended, was aborted by an error, or is 30 s old. */
  require(id: string): Transaction {
    this.expire()
    const transaction = this.open.get(id)
    if (!transaction || transaction.committing) {
      throw new EngineError('TRANSACTION_GONE', 'the transaction has ended or was aborted')
    }
    return transaction
  }

  /** A document as it is committed now, whatever the snapshot. Read once for all that a transaction does with it. */
  committed(transaction: Transaction, collection: Collection, id: string): Row | undefined {
    const name = documentName(collection.name, id)
    const known = transaction.rows.get(name)
    const holds = known?.generation === collection.generation
    if (known && holds && !this.history.changedSince(name, known.batch)) return known.row
    const row = collection.get(id)
    transaction.rows.set(name, { row, batch: this.history.batch, generation: collection.generation })
    return row
  }

  /** Ends it, committed or not, and lets those run that waited for its locks. */
  end(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    for (const lock of transaction.locks) this.owners.delete(lock)
    this.forget()
    this.onRelease(transaction.locks)
  }

  /** What is written now is put on disk: to be called when it is there. */
  flushed(): () => void {
    const { batch } = this.history
    return () => {
      this.history.durable = batch
      this.forget()
    }
  }

  /** Whether the document, as it is committed now, is on disk. */
  isOnDisk(collection: Collection, id: string): boolean {
    return !this.history.changedSince(documentName(collection.name, id), this.history.durable)
  }

  private forget(): void {
    const [oldest] = this.open.values()
    this.history.forget(oldest?.snapshot)
  }

  /** Aborts those whose time is over. */
  expire(): void {
    const now = this.now()
    for (const transaction of this.open.values()) {
      if (now >= transaction.expiresAt && !transaction.committing) this.end(transaction)
    }
  }

  abortAll(): void {
    for (const transaction of this.open.values()) if (!transaction.committing) this.end(transaction)
  }

  /** The transaction that holds the lock, if any. */
  ownerOf(lock: string): Transaction | undefined {
    return this.owners.get(lock)
  }

  /** Takes a lock. TRANSACTION_CONFLICT when another holds it or the name was changed after the snapshot. */
  lock(transaction: Transaction, name: string): void {
    const owner = this.owners.get(name)
    if (owner === transaction) return
    if (owner || this.history.changedSince(name, transaction.snapshot)) {
      throw new EngineError('TRANSACTION_CONFLICT', 'another write to the same document came first')
    }
    if (transaction.writes.size >= MAX_WRITES) {
      throw new EngineError('LIMIT_EXCEEDED', `a transaction may write at most ${MAX_WRITES} documents`)
    }
    this.owners.set(name, transaction)
    transaction.locks.add(name)
  }

  /** Notes a change about to be committed, for the snapshots that are open. */
  record(name: string, before: StoredDocument | null | undefined): void {
    this.history.record(name, before)
    while (this.history.size > MAX_PRE_IMAGES) {
      const oldest = [...this.open.values()].find(({ committing }) => !committing)
      if (!oldest) return
      this.end(oldest)
    }
  }
}

/** The name of a document among locks and in the history. */
export function documentName(collection: string, id: string): string {
  return `${collection}\0${id}`
}
