import type { Manifest } from './manifest'
import type { Push, WxSafety } from './wx-safety'

/** What pushes need from the cloud around them. */
export interface PushesOptions {
  functions: Manifest['functions']
  source: WxSafety
  /** Milliseconds since the epoch. */
  now: () => number
  /** Runs a function with a pushed event. */
  run: (functionName: string, event: Push['event']) => Promise<unknown>
  log: (line: string) => void
}

const TICK_MS = 500

/** Brings the events that WeChat would push to the functions that take them, each once. */
export class Pushes {
  private interval: NodeJS.Timeout | null = null

  constructor(private readonly options: PushesOptions) {}

  start(): void {
    this.interval = setInterval(() => void this.deliver(this.options.now()), TICK_MS)
    this.interval.unref()
  }

  stop(): void {
    if (this.interval) clearInterval(this.interval)
  }

  /** Delivers what is due at a moment; `Infinity`: all of it. */
  async deliver(until: number): Promise<void> {
    for (const event of this.options.source.due(until)) {
      for (const [name, { pushes = [] }] of Object.entries(this.options.functions)) {
        if (!pushes.includes(event.Event)) continue
        await this.options.run(name, event).catch((error: unknown) => {
          this.options.log(`push ${event.Event} failed: ${String(error)}`)
        })
      }
    }
  }
}
