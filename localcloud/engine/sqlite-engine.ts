import { aggregateDocuments } from './aggregate/aggregate'
import { Durability } from './durability'
import { compileQuery, countDocuments, findDocuments, type Reading } from './query/find'
import type { ScanStats } from './query/scan'
import { endReading, runInside } from './inside'
import { Alterations } from './store/alterations'
import { type Catalog, openCatalog } from './store/catalog'
import type { Collection } from './store/collection'
import type { SqliteFile } from './store/file'
import { commitStaged, findInside, insertInside, modifyInside, removeInside } from './transaction-writes'
import type { Transaction } from './transaction'
import { SWEEP_MS, Transactions } from './transactions'
import type {
  Engine,
  EngineOptions,
  Filter,
  FindRequest,
  ModifyRequest,
  ModifyResult,
  StoredDocument,
} from './types'
import { compileUpdate } from './update/update'
import { invalid } from './values/check'
import {
  insertedDocuments,
  insertNow,
  type Modified,
  modifyNow,
  removeNow,
  type WriteContext,
} from './writes'
import { Writer } from './writer'

/** Documents in one SQLite file: who may see and change what when, and what is on disk when it is told. */
export class SqliteEngine implements Engine {
  readonly stats: ScanStats = { rowsExamined: 0 }
  readonly collections = (): ReturnType<Engine['collections']> => this.catalog.report()
  private readonly catalog: Catalog
  private readonly alterations: Alterations
  private readonly durability: Durability
  private readonly writer: Writer
  private readonly transactions: Transactions
  private readonly reading: Reading
  private readonly context: WriteContext
  private readonly now: () => number
  private readonly expiry: NodeJS.Timeout
  private readonly parts
  private closed = false

  constructor(
    private readonly file: SqliteFile,
    options: EngineOptions,
  ) {
    this.now = options.now ?? Date.now
    this.catalog = openCatalog(file, options.collections)
    this.alterations = new Alterations(file, this.catalog)
    this.alterations.follow()
    this.reading = { stats: this.stats, warn: options.onWarning ?? (() => undefined) }
    this.transactions = new Transactions(this.now, (locks) => this.writer.release(locks))
    this.context = { reading: this.reading, transactions: this.transactions }
    this.durability = new Durability(
      () => file.flush(),
      () => this.transactions.flushed(),
      () => this.transactions.lines.waiting,
    )
    this.writer = new Writer(file, this.durability, {
      beforeBatch: () => {
        this.alterations.follow()
        this.transactions.history.batch++
      },
      afterRollback: () => this.catalog.refresh(),
    })
    this.parts = { transactions: this.transactions, writer: this.writer, durability: this.durability }
    this.expiry = setInterval(() => this.transactions.sweep(), SWEEP_MS)
    this.expiry.unref()
  }

  async insert(name: string, documents: StoredDocument[], transactionId?: string): Promise<string[]> {
    return this.guarded(transactionId, async (transaction) => {
      const collection = this.collection(name)
      const checked = insertedDocuments(documents)
      if (transaction) insertInside(collection, transaction, checked, this.transactions)
      else await this.writer.submit(() => insertNow(collection, checked, this.context))
      return checked.map(({ _id }) => _id)
    })
  }

  async find(request: FindRequest): Promise<StoredDocument[]> {
    const work = async (transaction?: Transaction): Promise<StoredDocument[]> => {
      const collection = this.collection(request.collection)
      if (transaction) return findInside(collection, transaction, request, this.transactions)
      const found = findDocuments(collection, request, this.reading)
      // Nobody is told of what can still be lost.
      await this.durability.pending()
      return found
    }
    return this.guarded(request.transactionId, work, request)
  }

  async count(name: string, filter: Filter): Promise<number> {
    const counted = countDocuments(this.collection(name), filter, this.reading)
    await this.durability.pending()
    return counted
  }

  async modify(request: ModifyRequest): Promise<ModifyResult> {
    const { updated, upsertedId } = await this.change(request)
    return upsertedId === undefined ? { updated } : { updated, upsertedId }
  }

  async modifyAndReturn(request: ModifyRequest): Promise<Modified> {
    return this.change({ ...request, multi: false })
  }

  private change(request: ModifyRequest): Promise<Modified> {
    const work = (transaction?: Transaction): Modified | Promise<Modified> => {
      const collection = this.collection(request.collection)
      const update = compileUpdate(request.change, request.replace, this.now())
      if (request.replace && request.multi) throw invalid('a replacement changes one document')
      if (transaction) return modifyInside(collection, transaction, request, update, this.transactions)
      const query = compileQuery(request.filter)
      return this.writer.submit(() => modifyNow(collection, query, update, request, this.context))
    }
    return this.guarded(request.transactionId, work, request)
  }

  async remove(name: string, filter: Filter, multi: boolean, transactionId?: string): Promise<number> {
    const work = (transaction?: Transaction): number | Promise<number> => {
      const collection = this.collection(name)
      if (Object.keys(filter).length === 0) throw invalid('a removal needs a filter')
      if (transaction) return removeInside(collection, transaction, filter, this.transactions)
      const query = compileQuery(filter)
      return this.writer.submit(() => removeNow(collection, query, multi, this.context))
    }
    return this.guarded(transactionId, work, { collection: name, filter })
  }

  async aggregate(name: string, stages: Record<string, unknown>[]): Promise<StoredDocument[]> {
    const answer = aggregateDocuments(this.collection(name), stages, this.catalog, this.reading)
    await this.durability.pending()
    return answer
  }

  async createCollection(name: string): Promise<void> {
    this.requireOpen()
    this.catalog.create(name)
    this.file.flushNow()
  }

  begin(): string {
    this.requireOpen()
    return this.transactions.begin().id
  }

  async commit(transactionId: string): Promise<void> {
    const transaction = this.transactions.require(transactionId)
    transaction.committing = true
    if (transaction.writes.size === 0) return endReading(this.parts, transaction)
    await this.writer.submit(
      () => commitStaged(transaction, this.transactions),
      () => this.transactions.end(transaction),
      this.transactions.lines.isAwaited(transaction),
    )
  }

  async abort(transactionId: string): Promise<void> {
    await endReading(this.parts, this.transactions.require(transactionId))
  }

  async close(): Promise<void> {
    if (this.closed) return
    clearInterval(this.expiry)
    this.transactions.abortAll()
    this.writer.flushAll()
    this.closed = true
    // Those whose writes the disk refuses are told so themselves.
    await this.durability.pending()?.catch(() => {})
    this.file.close()
  }

  private async guarded<T>(
    transactionId: string | undefined,
    work: (transaction: Transaction | undefined) => T | Promise<T>,
    wanted?: { collection: string; filter: Filter },
  ): Promise<T> {
    return transactionId === undefined ? work(undefined) : runInside(this.parts, transactionId, work, wanted)
  }

  private collection(name: string): Collection {
    this.requireOpen()
    this.alterations.follow()
    return this.catalog.get(name)
  }

  private requireOpen(): void {
    if (this.closed) throw invalid('the engine is closed')
    if (this.durability.failure) throw this.durability.failure
  }
}
