import { Worker } from 'node:worker_threads'
import type { CallMessage, InstanceData, InstanceMessage } from './messages'

/** How a call on an instance ended. After anything but a return or a throw the instance is dead. */
export type Outcome =
  | { kind: 'returned'; reply: string }
  | { kind: 'threw'; message: string }
  | { kind: 'crashed'; message: string }
  | { kind: 'timedOut' }

/** How an instance is started. */
export interface InstanceOptions {
  id: string
  workerFile: string
  bundle: string
  memoryMb: number
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
  private readonly worker: Worker
  private settle: ((outcome: Outcome) => void) | null = null

  constructor(options: InstanceOptions) {
    this.id = options.id
    this.worker = new Worker(options.workerFile, {
      env: options.environment,
      workerData: { bundle: options.bundle } satisfies InstanceData,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
      stdout: true,
      stderr: true,
    })
    splitLines(this.worker.stdout, options.onLine)
    splitLines(this.worker.stderr, options.onLine)
    this.started = this.whenStarted()
    this.worker.on('message', (message: InstanceMessage) => this.onMessage(message))
    this.worker.on('error', (error: Error) => this.end({ kind: 'crashed', message: error.message }))
    this.worker.on('exit', (code) => this.end({ kind: 'crashed', message: `the instance left with ${code}` }))
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
      this.worker.postMessage(call)
    })
  }

  /** Stops the thread at once; a call under way ends as crashed. */
  kill(reason: string): void {
    this.end({ kind: 'crashed', message: reason })
  }

  private whenStarted(): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('the bundle did not load in time'), START_TIMEOUT_MS)
      const done = (problem: string | null) => {
        clearTimeout(timer)
        resolve(problem)
      }
      this.worker.on('message', (message: InstanceMessage) => {
        if (message.kind === 'ready') done(null)
        if (message.kind === 'broken') done(message.message)
      })
      this.worker.once('error', (error: Error) => done(error.message))
      this.worker.once('exit', () => done('the instance left before it was ready'))
    })
  }

  private onMessage(message: InstanceMessage): void {
    if (message.kind === 'returned') this.settle?.({ kind: 'returned', reply: message.reply })
    if (message.kind === 'threw') this.settle?.({ kind: 'threw', message: message.message })
  }

  private end(outcome: Outcome): void {
    if (this.alive) {
      this.alive = false
      void this.worker.terminate()
    }
    this.settle?.(outcome)
  }
}

function splitLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  stream.on('end', () => rest && onLine(rest))
}
