import type { CallMessage, InstanceMessage } from './messages'
import type { Thread, Threads, ThreadSpec } from './thread'

/** How a call on an instance ended. After anything but a return or a throw the instance is dead. */
export type Outcome =
  | { kind: 'returned'; reply: string }
  | { kind: 'threw'; message: string }
  | { kind: 'crashed'; message: string }
  | { kind: 'timedOut' }

/** How an instance is started. */
export interface InstanceOptions {
  id: string
  /** Where its thread comes from. */
  threads: Threads
  thread: ThreadSpec
  environment: Record<string, string>
  /** One line that the function wrote to its standard output or error. */
  onLine: (line: string) => void
}

/** Loading a bundle may take so long; then the instance counts as broken. */
const START_TIMEOUT_MS = 30_000

/** One running instance of a function. */
export class Instance {
  readonly id: string
  /** Resolves to null when calls are welcome, else to what went wrong. */
  readonly started: Promise<string | null>
  alive = true
  private readonly thread: Thread
  private settle: ((outcome: Outcome) => void) | null = null

  constructor(private readonly options: InstanceOptions) {
    this.id = options.id
    this.thread = options.threads.take(options.thread)
    this.started = this.begin()
  }

  /** Runs one call; the caller sees to it that there is only one at a time. */
  run(call: CallMessage, timeoutMs: number): Promise<Outcome> {
    return new Promise((resolve) => {
      if (!this.alive) return resolve({ kind: 'crashed', message: 'the instance is gone' })
      const timer = setTimeout(() => this.end({ kind: 'timedOut' }), timeoutMs)
      this.settle = (outcome) => {
        clearTimeout(timer)
        this.settle = null
        resolve(outcome)
      }
      this.thread.call(call)
    })
  }

  /** Stops the thread at once; a call under way ends as crashed. */
  kill(reason: string): void {
    this.end({ kind: 'crashed', message: reason })
  }

  /** Gives up the thread; no call may be under way. */
  retire(): void {
    if (!this.alive) return
    this.alive = false
    this.options.threads.leave(this.thread, this.options.thread)
  }

  private begin(): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('the bundle did not load in time'), START_TIMEOUT_MS)
      const done = (problem: string | null) => {
        clearTimeout(timer)
        resolve(problem)
      }
      this.thread.begin(this.options.environment, {
        onLine: this.options.onLine,
        onGone: (reason) => {
          done(reason)
          this.end({ kind: 'crashed', message: reason })
        },
        onMessage: (message) => {
          if (message.kind === 'ready') done(null)
          else if (message.kind === 'broken') done(message.message)
          else this.settle?.(outcomeOf(message))
        },
      })
    })
  }

  private end(outcome: Outcome): void {
    if (this.alive) {
      this.alive = false
      this.thread.terminate()
    }
    this.settle?.(outcome)
  }
}

function outcomeOf(message: Extract<InstanceMessage, { id: number }>): Outcome {
  return message.kind === 'returned'
    ? { kind: 'returned', reply: message.reply }
    : { kind: 'threw', message: message.message }
}
