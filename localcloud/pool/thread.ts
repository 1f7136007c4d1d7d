import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { CallMessage, InstanceMessage, ThreadData } from './messages'

/** What a thread is for. */
export interface ThreadSpec {
  workerFile: string
  /** Absolute path of the bundle. */
  bundle: string
  memoryMb: number
}

/** Who is told of what a thread does; at most one instance at a time. */
export interface ThreadListener {
  onMessage: (message: Exclude<InstanceMessage, { kind: 'line' }>) => void
  /** The thread is gone, for the reason given. */
  onGone: (reason: string) => void
  /** One line that the function wrote to its standard output or error. */
  onLine: (line: string) => void
}

/** A worker thread that holds one bundle's compiled code. */
export class Thread {
  private readonly worker: Worker
  private listener: ThreadListener | null = null
  private gone = false

  constructor({ workerFile, bundle, memoryMb }: ThreadSpec) {
    this.worker = new Worker(workerFile, {
      env: {},
      workerData: { bundle } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    this.worker.on('message', (message: InstanceMessage) => {
      if (message.kind === 'line') this.listener?.onLine(message.text)
      else this.listener?.onMessage(message)
    })
    this.worker.on('error', (error: Error) => this.end(error.message))
    this.worker.on('exit', (code) => this.end(`the instance left with ${code}`))
  }

  /** Whether an instance may begin on it. */
  get usable(): boolean {
    return !this.gone
  }

  /** Runs the bundle anew for an instance: nothing that an earlier one had in memory is left. */
  begin(environment: Record<string, string>, listener: ThreadListener): void {
    this.listener = listener
    this.worker.ref()
    this.worker.postMessage({ kind: 'begin', environment })
  }

  call(call: CallMessage): void {
    this.worker.postMessage({ kind: 'call', call })
  }

  /** Waits for the next instance, if there is one; the process does not wait for that. */
  rest(): void {
    this.listener = null
    this.worker.unref()
  }

  /** Stops it at once, whatever it does. */
  terminate(): void {
    this.listener = null
    this.gone = true
    void this.worker.terminate()
  }

  private end(reason: string): void {
    this.gone = true
    this.listener?.onGone(reason)
    this.listener = null
  }
}

/** Where instances have their threads from, and leave them to once they are done. */
export interface Threads {
  take: (spec: ThreadSpec) => Thread
  /** @param thread that has no call under way */
  leave: (thread: Thread, spec: ThreadSpec) => void
}

/** A thread for each instance, as each instance of a function is a process of its own on CloudBase. */
export const freshThreads: Threads = {
  take: (spec) => new Thread(spec),
  leave: (thread) => thread.terminate(),
}

/**
 * Threads that outlive their clouds, for a suite that starts hundreds of them: what costs most of an instance's start,
 * and the code that V8 has optimized, is kept; the bundle itself runs anew for each instance.
 * @param most so many of one bundle wait at a time
 */
export function keptThreads(most: number): Threads {
  const resting = new Map<string, Thread[]>()
  const keyOf = ({ workerFile, bundle, memoryMb }: ThreadSpec): string => {
    const { size, mtimeMs } = statSync(bundle)
    return [workerFile, bundle, memoryMb, size, mtimeMs].join('|')
  }
  return {
    take: (spec) => {
      const waiting = resting.get(keyOf(spec)) ?? []
      for (let thread = waiting.pop(); thread; thread = waiting.pop()) if (thread.usable) return thread
      return new Thread(spec)
    },
    leave: (thread, spec) => {
      const key = keyOf(spec)
      const waiting = resting.get(key) ?? []
      if (waiting.length >= most) return thread.terminate()
      thread.rest()
      resting.set(key, [...waiting, thread])
    },
  }
}
