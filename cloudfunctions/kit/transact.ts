import type { Collection, Stored } from './collection'
import { checked, current } from './reply'
import { DatabaseError, databaseError } from './errors'
import { maxAttempts, pauseBefore, retryBudgetMs, sleep } from './retry'
import { sdkDatabase, type SdkTransaction } from './sdk'

/** Inside a transaction: four verbs, all by id. Each is one round trip. */
export interface Tx {
  find<D extends Stored>(from: Collection<D>, id: string): Promise<D | null>
  /** An id or a unique value that is there already starts the transaction over, so that it sees what is there. */
  insert<D extends Stored>(into: Collection<D>, document: D): Promise<D>
  put<D extends Stored>(into: Collection<D>, document: D): Promise<D>
  remove<D extends Stored>(from: Collection<D>, id: string): Promise<void>
}

/**
 * Runs `work` on one snapshot and commits what it wrote, or nothing. Conflicts are retried with jittered
 * back-off; `attempt` is 0 the first time. A refusal thrown by `work` rolls back and is thrown on.
 * Two round trips (begin, commit) and those of `work`.
 * @throws DatabaseError `conflict` when all attempts lost; with `outcomeOpen` when the commit got no clear answer
 */
export type Transact = <Result>(work: (tx: Tx, attempt: number) => Promise<Result>) => Promise<Result>

export const transact: Transact = (work) => transactOn(begin, work)

/** The same on transactions from elsewhere, for measurements without the SDK. */
export async function transactOn<Result>(
  beginOne: () => Promise<SdkTransaction>,
  work: (tx: Tx, attempt: number) => Promise<Result>,
): Promise<Result> {
  const started = Date.now()
  for (let attempt = 0; ; attempt += 1) {
    const begun = performance.now()
    try {
      return await once(beginOne, work, attempt)
    } catch (error) {
      const isLast = attempt + 1 >= maxAttempts || Date.now() - started > retryBudgetMs
      if (isLast || !isWorthRetrying(error)) throw error
    }
    await sleep(pauseBefore(attempt, Math.random(), performance.now() - begun))
  }
}

const isWorthRetrying = (error: unknown): boolean => error instanceof DatabaseError && error.fault !== 'other'

async function once<Result>(
  beginOne: () => Promise<SdkTransaction>,
  work: (tx: Tx, attempt: number) => Promise<Result>,
  attempt: number,
): Promise<Result> {
  const transaction = await beginOne()
  let result: Result
  try {
    result = await work(verbs(transaction), attempt)
  } catch (error) {
    // The SDK keeps the locks of a lost transaction until it times out; let go of them before anything else.
    await transaction.rollback().catch(() => undefined)
    throw error
  }
  await commit(transaction)
  return result
}

/** A lost reply to a commit leaves its outcome open: the caller finds its own effect when it asks again. */
async function commit(transaction: SdkTransaction): Promise<void> {
  try {
    await checked(transaction.commit())
  } catch (error) {
    const { fault, code } = error as DatabaseError
    throw new DatabaseError(fault, code, fault === 'other')
  }
}

async function begin(): Promise<SdkTransaction> {
  try {
    return await sdkDatabase().startTransaction()
  } catch (problem) {
    throw databaseError(problem)
  }
}

const verbs = (transaction: SdkTransaction): Tx => ({
  find: async (from, id) => {
    const { data } = await checked(transaction.collection(from.name).doc(id).get())
    return data ? current(from, data as Stored) : null
  },
  insert: async (into, document) => {
    await checked(transaction.collection(into.name).add(into.schema.parse(document)))
    return document
  },
  put: async (into, document) => {
    const { _id, ...fields } = into.schema.parse(document)
    await checked(transaction.collection(into.name).doc(_id).set(fields))
    return document
  },
  remove: async (from, id) => {
    await checked(transaction.collection(from.name).doc(id).remove())
  },
})
