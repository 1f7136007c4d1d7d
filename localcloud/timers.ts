import { parseCron, type Cron } from './cron'
import type { Manifest } from './manifest'

/** What the timers need from the cloud around them. */
export interface TimersOptions {
  functions: Manifest['functions']
  /** Milliseconds since the epoch. */
  now: () => number
  /** Runs a function with a timer's event; rejects when it threw or timed out. */
  run: (functionName: string, event: TimerEvent) => Promise<unknown>
  log: (line: string) => void
}

/** The event that SCF gives to a function behind a timer. */
export interface TimerEvent {
  Type: 'Timer'
  TriggerName: string
  /** When it was due, e.g. `2026-05-10T00:00:00Z`. */
  Time: string
  Message: string
}

/** SCF runs a failed asynchronous call again, twice, a minute apart. */
const RETRIES = 2
const RETRY_AFTER_MS = 60_000
/** What was due longer ago, e.g. while the machine slept, is not caught up. */
const TOO_LATE_MS = 60_000
const TICK_MS = 500

/** What the page at `/__cloud` shows of a timer. */
export interface TimerReport {
  functionName: string
  timerName: string
  /** As declared. */
  cron: string
  /** Milliseconds since the epoch; null: never again. */
  dueAt: number | null
  /** The last run, whether by the clock or by hand. */
  last: { at: number; ok: boolean } | null
}

interface Schedule extends Omit<TimerReport, 'cron'> {
  expression: string
  cron: Cron
}

interface Retry {
  schedule: Schedule
  event: TimerEvent
  attempt: number
  dueAt: number
}

/** Fires the manifest's timers. Runs may overlap, as in production. */
export class Timers {
  private readonly schedules: Schedule[]
  private retries: Retry[] = []
  private interval: NodeJS.Timeout | null = null

  constructor(private readonly options: TimersOptions) {
    this.schedules = Object.entries(options.functions).flatMap(([functionName, { timers }]) =>
      timers.map(({ name, cron: expression }) => {
        const cron = parseCron(expression)
        return {
          functionName,
          timerName: name,
          expression,
          cron,
          dueAt: cron.next(options.now()),
          last: null,
        }
      }),
    )
  }

  start(): void {
    this.interval = setInterval(() => this.tick(), TICK_MS)
    this.interval.unref()
  }

  stop(): void {
    if (this.interval) clearInterval(this.interval)
    this.retries = []
  }

  /** Fires what is due by the clock. */
  tick(): void {
    const now = this.options.now()
    for (const schedule of this.schedules) {
      const { dueAt } = schedule
      if (dueAt === null || dueAt > now) continue
      schedule.dueAt = schedule.cron.next(now)
      if (now - dueAt <= TOO_LATE_MS) void this.fire(schedule, eventOf(schedule.timerName, dueAt), 0)
      else this.options.log(`timer ${schedule.timerName} missed ${new Date(dueAt).toISOString()}`)
    }
    const due = this.retries.filter((retry) => retry.dueAt <= now)
    this.retries = this.retries.filter((retry) => retry.dueAt > now)
    for (const { schedule, event, attempt } of due) void this.fire(schedule, event, attempt)
  }

  /** Runs a timer now, once, whatever its schedule; rejects when the run fails. */
  runNow(timerName: string): Promise<unknown> {
    const schedule = this.schedules.find((candidate) => candidate.timerName === timerName)
    if (!schedule) return Promise.reject(new Error(`no timer is called ${timerName}`))
    return this.run(schedule, eventOf(timerName, this.options.now()))
  }

  report(): TimerReport[] {
    return this.schedules.map(({ functionName, timerName, expression, dueAt, last }) => ({
      functionName,
      timerName,
      cron: expression,
      dueAt,
      last,
    }))
  }

  private async run(schedule: Schedule, event: TimerEvent): Promise<unknown> {
    schedule.last = { at: this.options.now(), ok: false }
    const reply = await this.options.run(schedule.functionName, event)
    schedule.last = { at: this.options.now(), ok: true }
    return reply
  }

  private async fire(schedule: Schedule, event: TimerEvent, attempt: number): Promise<void> {
    try {
      await this.run(schedule, event)
    } catch (error) {
      const left = RETRIES - attempt
      this.options.log(`timer ${schedule.timerName} failed, ${left} more tries: ${String(error)}`)
      if (left === 0) return
      const dueAt = this.options.now() + RETRY_AFTER_MS
      this.retries.push({ schedule, event, attempt: attempt + 1, dueAt })
    }
  }
}

function eventOf(timerName: string, at: number): TimerEvent {
  const Time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  return { Type: 'Timer', TriggerName: timerName, Time, Message: '' }
}
