import type { Durability } from './durability'
import { EngineError } from './types'
import { inTransaction, type SqliteFile } from './store/file'

/** Thrown by a job, before it has written anything, when it must wait until a transaction lets go. */
export class Locked extends Error {
  constructor(readonly lock: string) {
    super('locked')
  }
}

/** Thrown by a job that is refused after it has begun to write: its batch is undone, the others of it run again. */
export class Undo extends Error {
  constructor(readonly refusal: unknown) {
    super('undo')
  }
}

/** How long a plain write waits for a lock, in ms. */
const LOCK_WAIT_MS = 5000
/** Most writes that share one SQLite transaction; keeps the event loop responsive. */
const MAX_BATCH = 500
/** So many writes that an idle disk begins with half of them. */
const HALVED_FROM = 4
/** Most writes that may wait at once. */
const MAX_QUEUE = 20_000

interface Job {
  run: () => unknown
  /** Called right after the commit, before anyone else runs, or when it has failed. */
  done: () => void
  settle: (outcome: Outcome) => void
  timer?: NodeJS.Timeout
}

type Outcome = { value: unknown } | { error: unknown }

/**
 * The one writer. Jobs that arrive close together share one SQLite transaction (group commit) and are
 * settled only after it is on disk; meanwhile the next ones are written. A job that is refused (EngineError) harms no other; a failure of the
 * disk fails those of its batch that fail again when run alone.
 */
export class Writer {
  private queue: Job[] = []
  private readonly parked = new Map<string, Job[]>()
  private waiting = 0
  private scheduled = false
  /** True while jobs that were let go by a transaction have not run: they come before any newer write. */
  private released = false

  constructor(
    private readonly file: SqliteFile,
    private readonly durability: Durability,
    private readonly hooks: { beforeBatch: () => void; afterRollback: () => void },
  ) {}

  /**
   * Runs the job with the next batch; resolves when that is on disk.
   * @param done called right after the commit, before anyone else runs, or when the job has failed
   * @param awaited others can begin only when it is written: then it runs at once
   */
  submit<T>(run: () => T, done: () => void = () => {}, awaited = false): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.queue.length + this.waiting >= MAX_QUEUE) {
        reject(new EngineError('LIMIT_EXCEEDED', 'too many writes are waiting'))
        return
      }
      const settle = (outcome: Outcome): void => {
        if ('error' in outcome) reject(outcome.error as Error)
        else resolve(outcome.value as T)
      }
      this.queue.push({ run, done, settle })
      if (awaited) this.flushAll()
      else this.schedule()
    })
  }

  /** Lets the jobs that wait for these locks run next, in the order in which they came. */
  release(locks: Iterable<string>): void {
    const woken: Job[] = []
    for (const lock of locks) {
      woken.push(...(this.parked.get(lock) ?? []))
      this.parked.delete(lock)
    }
    if (woken.length === 0) return
    this.waiting -= woken.length
    this.queue = [...woken, ...this.queue]
    this.released = true
    this.schedule()
  }

  /** Runs what a transaction has let go, so that a newer write of a transaction cannot overtake it. */
  flushReleased(): void {
    while (this.released) this.flush(MAX_BATCH)
  }

  /** Runs everything that is queued. */
  flushAll(): void {
    while (this.queue.length > 0) this.flush(MAX_BATCH)
  }

  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      this.flush(this.share())
      if (this.queue.length > 0) this.schedule()
    })
  }

  /** While the disk has one half, the other is written: else the writers of a rush wait in step, and it with them. */
  private share(): number {
    const { length } = this.queue
    return this.durability.idle && length >= HALVED_FROM ? Math.ceil(length / 2) : length
  }

  private flush(most: number): void {
    this.released = false
    const jobs = this.queue.splice(0, Math.min(most, MAX_BATCH))
    if (jobs.length > 0) this.runBatch(jobs)
  }

  private runBatch(jobs: Job[]): void {
    const done: [Job, Outcome | Locked][] = []
    try {
      this.hooks.beforeBatch()
      inTransaction(this.file, () => {
        for (const job of jobs) done.push([job, runJob(job)])
      })
    } catch (error) {
      this.hooks.afterRollback()
      // When not one could begin (a person's shell holds the file), they are not tried one by one.
      const hasBegun = done.length > 0 || error instanceof Undo
      if (jobs.length > 1 && hasBegun) for (const job of jobs) this.runBatch([job])
      else for (const job of jobs) this.settle(job, { error: error instanceof Undo ? error.refusal : error })
      return
    }
    const written: [Job, Outcome][] = []
    for (const [job, outcome] of done) {
      if (outcome instanceof Locked) this.park(job, outcome.lock)
      else written.push([job, outcome])
    }
    for (const [job] of written) end(job)
    if (written.length === 0) return
    this.durability.written((failure) => {
      for (const [job, outcome] of written) job.settle(failure ? { error: failure } : outcome)
    })
  }

  private settle(job: Job, outcome: Outcome): void {
    end(job)
    job.settle(outcome)
  }

  private park(job: Job, lock: string): void {
    const line = this.parked.get(lock) ?? []
    this.parked.set(lock, [...line, job])
    this.waiting++
    job.timer ??= setTimeout(() => this.giveUp(job), LOCK_WAIT_MS)
  }

  private giveUp(job: Job): void {
    for (const [lock, line] of this.parked) {
      if (!line.includes(job)) continue
      this.parked.set(
        lock,
        line.filter((other) => other !== job),
      )
      this.waiting--
      this.settle(job, {
        error: new EngineError('TRANSACTION_CONFLICT', 'waited 5 s for a transaction to let go'),
      })
    }
  }
}

function end(job: Job): void {
  clearTimeout(job.timer)
  job.done()
}

/** A refusal is this job's own; any other exception undoes the batch. */
function runJob(job: Job): Outcome | Locked {
  try {
    return { value: job.run() }
  } catch (error) {
    if (error instanceof Locked) return error
    if (error instanceof EngineError) return { error }
    throw error
  }
}
