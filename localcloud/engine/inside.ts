import type { Durability } from './durability'
import type { Transaction } from './transaction'
import type { Transactions } from './transactions'
import { EngineError, type Filter } from './types'
import type { Writer } from './writer'

/** Who has a say in what a transaction is told. */
interface Parts {
  transactions: Transactions
  writer: Writer
  durability: Durability
}

/** The document that something is about, by its `_id`. */
interface Wanted {
  collection: string
  filter: Filter
}

/**
 * Runs the work inside the transaction; any error of it ends the transaction.
 * @param wanted where others have just lost the document, the transaction waits for its turn
 */
export async function runInside<T>(
  { transactions, writer, durability }: Parts,
  transactionId: string,
  work: (transaction: Transaction) => T | Promise<T>,
  wanted?: Wanted,
): Promise<T> {
  writer.flushReleased()
  const transaction = transactions.require(transactionId)
  try {
    const turn = wanted && transactions.turn(transaction, wanted.collection, wanted.filter['_id'])
    if (turn) {
      await turn
      writer.flushReleased()
    }
    return await work(transaction)
  } catch (error) {
    transactions.end(transaction)
    if (!isConflict(error)) await durability.pending()
    throw error
  }
}

/** Ends one that has written nothing: answered once what it has read is on disk, so that it can be told. */
export async function endReading(
  { transactions, durability }: Parts,
  transaction: Transaction,
): Promise<void> {
  transactions.end(transaction)
  if (transaction.readAhead) await durability.pending()
}

/** Whoever has lost is told nothing of what was written. */
const isConflict = (error: unknown): boolean =>
  error instanceof EngineError && error.code === 'TRANSACTION_CONFLICT'
