import { randomUUID } from 'node:crypto'
import { EngineError, type StoredDocument } from './types'
import { History, MAX_PRE_IMAGES } from './history'
import { Lines } from './lines'
import type { Collection, Row } from './store/collection'
import { documentName, type Transaction } from './transaction'

/** How long a transaction lives, in ms: CloudBase's. */
export const TRANSACTION_LIFE_MS = 30_000
/** How often what has had its time is looked for, in ms. */
export const SWEEP_MS = 500
/** Most transactions open at once. */
const MAX_OPEN = 2000
/** Most documents that one transaction may write. */
const MAX_WRITES = 1000

/** The open transactions, the locks that they hold and the versions that they still see. */
export class Transactions {
  readonly history = new History()
  readonly lines = new Lines()
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
      readAhead: false,
      readPast: false,
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
    this.lines.leave(transaction)
  }

  /**
   * Waits for its turn at a document that others have just lost; undefined when it may go on.
   * @throws EngineError TRANSACTION_GONE when its time was over before
   */
  turn(transaction: Transaction, collection: string, id: unknown): Promise<void> | undefined {
    return this.lines
      .turn(documentName(collection, String(id)), transaction)
      ?.then(() => this.renew(this.require(transaction.id)))
  }

  /** Sees what is committed by now, as if it had begun now, unless what it has read was changed meanwhile. */
  private renew(transaction: Transaction): void {
    const { id, rows, readPast, snapshot } = transaction
    if (readPast) return
    for (const name of rows.keys()) if (this.history.changedSince(name, snapshot)) return
    transaction.snapshot = this.history.batch
    // They stay in the order of their snapshots.
    this.open.delete(id)
    this.open.set(id, transaction)
  }

  /** What is written now is put on disk: to be called when it is there. */
  flushed(): () => void {
    const { batch } = this.history
    return () => {
      this.history.durable = batch
      this.forget()
    }
  }

  /** Whether what is committed under the name is on disk. */
  isOnDisk(name: string): boolean {
    return !this.history.changedSince(name, this.history.durable)
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

  /** To be called now and then. */
  sweep(): void {
    this.expire()
    this.lines.sweep()
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
      this.lineUp(transaction, owner)
      throw new EngineError('TRANSACTION_CONFLICT', 'another write to the same document came first')
    }
    if (transaction.writes.size >= MAX_WRITES) {
      throw new EngineError('LIMIT_EXCEEDED', `a transaction may write at most ${MAX_WRITES} documents`)
    }
    this.owners.set(name, transaction)
    transaction.locks.add(name)
  }

  /** What the loser has read and the winner changes, or may: there the next come in turn. */
  private lineUp({ rows, snapshot }: Transaction, winner: Transaction | undefined): void {
    for (const name of rows.keys())
      if (winner ? winner.rows.has(name) : this.history.changedSince(name, snapshot))
        this.lines.begin(name, winner)
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
