import type { CallRecord } from './stats'

/** A call of a function that has ended. */
export interface RecordedCall extends CallRecord {
  functionName: string
  /** When it ended, in ms since the epoch. */
  at: number
}

/** A request to the database that took long, or read a collection without an index. */
export interface SlowRequest {
  at: number
  action: string
  collection: string
  durationMs: number
  /** The query as it was sent, shortened. */
  query: string
}

/** Requests that take longer than this are kept, in ms. */
const SLOW_MS = 20
const MAX_CALLS = 200
const MAX_SLOW = 100
const MAX_LINES = 100
const MAX_QUERY_LENGTH = 300

/** Keeps what happened last, for the page at `/__cloud`. */
export class Recorder {
  /** Latest last. */
  readonly calls: RecordedCall[] = []
  readonly slow: SlowRequest[] = []
  /** Warnings and errors. */
  readonly lines: { at: number; line: string }[] = []

  constructor(private readonly now: () => number) {}

  call(functionName: string, record: CallRecord): void {
    keep(this.calls, { ...record, functionName, at: this.now() }, MAX_CALLS)
  }

  request(params: Record<string, unknown>, durationMs: number): void {
    if (durationMs < SLOW_MS || !String(params.action).startsWith('database.')) return
    const query = typeof params.query === 'string' ? params.query : JSON.stringify(params.stages ?? '')
    const slow = {
      at: this.now(),
      action: String(params.action).replace('database.', ''),
      collection: String(params.collectionName ?? ''),
      durationMs,
      query: query.slice(0, MAX_QUERY_LENGTH),
    }
    keep(this.slow, slow, MAX_SLOW)
  }

  line(line: string): void {
    keep(this.lines, { at: this.now(), line }, MAX_LINES)
  }
}

function keep<T>(list: T[], one: T, most: number): void {
  list.push(one)
  if (list.length > most) list.shift()
}
