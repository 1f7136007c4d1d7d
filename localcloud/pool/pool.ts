import type { FunctionDefinition } from '../manifest'
import { HttpError } from '../gateway/errors'
import { Instance } from './instance'
import type { CallMessage } from './messages'
import type { Threads } from './thread'

/** A call as it waits in line. */
export type PoolCall = Omit<CallMessage, 'id' | 'clockSkewMs' | 'context'> & { requestId: string }

/** What a pool needs from the cloud around it. */
export interface PoolOptions {
  name: string
  definition: FunctionDefinition
  /** Absolute path of the bundle. */
  bundle: string
  workerFile: string
  /** Where instances have their threads from. */
  threads: Threads
  /** The environment of an instance, by its id. */
  environmentOf: (instanceId: string) => Record<string, string>
  context: Record<string, unknown>
  clockSkewMs: () => number
  /** A line that the function wrote. */
  onLine: (instanceId: string, line: string) => void
  /** A bundle that does not load, a time-out, a throw or a crash. */
  onProblem: (instanceId: string, line: string) => void
  onStart: (instanceId: string, requestId: string) => void
  onEnd: (instanceId: string, durationMs: number) => void
}

/** As CloudBase bounds it: further calls are refused with EXCEED_REQUEST_LIMIT. */
const MAX_WAITING = 1000
/** An instance that had nothing to do for so long is stopped. */
const IDLE_MS = 5 * 60_000

interface Waiting {
  call: PoolCall
  resolve: (reply: string) => void
  reject: (error: Error) => void
}

/**
 * The instances of one function: none at first, one more whenever a call waits, at most `maxInstances`, each
 * with one call at a time. Calls are served in the order in which they came.
 */
export class FunctionPool {
  private readonly waiting: Waiting[] = []
  private readonly idle: Instance[] = []
  private readonly instances = new Set<Instance>()
  private readonly retirements = new Map<Instance, NodeJS.Timeout>()
  private starting = 0
  /** So many instances stay, however long they idle. */
  private kept = 0
  private serial = 0
  private stopped = false

  constructor(private readonly options: PoolOptions) {}

  /** How many instances there are, those that are starting included. */
  get size(): number {
    return this.instances.size
  }

  /** Whether a call waits or runs. */
  get busy(): boolean {
    return this.waiting.length > 0 || this.idle.length + this.starting < this.instances.size
  }

  /** @returns the function's return value as JSON text; rejects with an HttpError */
  call(call: PoolCall): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.stopped) return reject(new HttpError(503, 'SYS_ERR', 'the cloud is stopping'))
      if (this.waiting.length >= MAX_WAITING) {
        const message = `more than ${MAX_WAITING} calls wait for ${this.options.name}`
        return reject(new HttpError(429, 'EXCEED_REQUEST_LIMIT', message))
      }
      this.waiting.push({ call, resolve, reject })
      this.serveNext()
    })
  }

  /**
   * Starts the instances that are to be ready before the first call, one after the other: nobody waits for them.
   * @param ready waits for the moment in which the next one may start
   */
  async provision(ready: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    this.kept = Math.min(this.options.definition.provisioned ?? 0, this.options.definition.maxInstances)
    for (let count = this.instances.size; count < this.kept && !this.stopped; count++) {
      await ready()
      await this.startInstance()
    }
  }

  /** Kills one instance as a crash would. */
  crash(instanceId: string): void {
    for (const instance of this.instances) if (instance.id === instanceId) instance.kill('crashed by a fault')
  }

  /** Refuses what waits, kills what runs. */
  stop(): void {
    this.stopped = true
    for (const { reject } of this.waiting.splice(0)) {
      reject(new HttpError(503, 'SYS_ERR', 'the cloud is stopping'))
    }
    for (const instance of [...this.instances]) this.forget(instance, 'the cloud is stopping')
  }

  private serveNext(): void {
    while (this.waiting.length > 0 && this.idle.length > 0) {
      const instance = this.idle.pop()
      if (!instance?.alive) {
        // It died between two calls, e.g. by a promise that nobody awaited.
        if (instance) this.forget(instance, 'is dead')
        continue
      }
      const next = this.waiting.shift()
      if (next) void this.serve(instance, next)
    }
    const { maxInstances } = this.options.definition
    while (this.waiting.length > this.starting && this.instances.size < maxInstances)
      void this.startInstance()
  }

  private async startInstance(): Promise<void> {
    const { name, definition, bundle, workerFile, threads, environmentOf, onLine, onProblem } = this.options
    const id = `${name}-${++this.serial}`
    this.starting++
    const instance = new Instance({
      id,
      threads,
      thread: { workerFile, bundle, memoryMb: definition.memoryMb },
      environment: environmentOf(id),
      onLine: (line) => onLine(id, line),
    })
    this.instances.add(instance)
    const problem = await instance.started
    this.starting--
    if (problem === null && instance.alive) return this.release(instance)
    this.forget(instance, 'did not start')
    onProblem(id, `did not start: ${problem}`)
    // The call that asked for this instance is refused, or a broken bundle would be loaded for ever.
    this.waiting.shift()?.reject(new HttpError(502, 'FUNCTIONS_EXECUTE_FAIL', `${name} cannot be loaded`))
    this.serveNext()
  }

  private async serve(instance: Instance, { call, resolve, reject }: Waiting): Promise<void> {
    const { name, definition, onStart, onEnd, onProblem } = this.options
    clearTimeout(this.retirements.get(instance))
    this.retirements.delete(instance)
    const startedAt = performance.now()
    onStart(instance.id, call.requestId)
    const outcome = await instance.run(this.message(call), definition.timeoutSeconds * 1000)
    onEnd(instance.id, performance.now() - startedAt)
    if (instance.alive) this.release(instance)
    else this.forget(instance, 'is dead')
    switch (outcome.kind) {
      case 'returned':
        return resolve(outcome.reply)
      case 'timedOut':
        onProblem(instance.id, `timed out after ${definition.timeoutSeconds} s (${call.requestId})`)
        return reject(new HttpError(504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', `${name} timed out`))
      default:
        onProblem(instance.id, `${outcome.kind}: ${outcome.message} (${call.requestId})`)
        return reject(new HttpError(502, 'FUNCTIONS_EXECUTE_FAIL', `${name} failed (${call.requestId})`))
    }
  }

  private message(call: PoolCall): CallMessage {
    const { requestId, ...rest } = call
    const context = {
      ...this.options.context,
      request_id: requestId,
      environment: JSON.stringify(call.environment),
    }
    return { ...rest, id: ++this.serial, context, clockSkewMs: this.options.clockSkewMs() }
  }

  private release(instance: Instance): void {
    if (this.stopped) return this.forget(instance, 'the cloud is stopping')
    const retire = () => this.instances.size > this.kept && this.forget(instance, 'idle')
    const retirement = setTimeout(retire, IDLE_MS)
    retirement.unref()
    this.retirements.set(instance, retirement)
    this.idle.push(instance)
    this.serveNext()
  }

  private forget(instance: Instance, reason: string): void {
    clearTimeout(this.retirements.get(instance))
    this.retirements.delete(instance)
    this.instances.delete(instance)
    const position = this.idle.indexOf(instance)
    if (position >= 0) this.idle.splice(position, 1)
    // One that has nothing to do leaves its thread as it is.
    if (position >= 0) instance.retire()
    else instance.kill(reason)
    if (this.waiting.length > 0 && !this.stopped) this.serveNext()
  }
}
