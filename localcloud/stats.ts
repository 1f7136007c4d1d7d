/** What one call of a function cost. */
export interface CallRecord {
  requestId: string
  durationMs: number
  /** Requests to the database gateway, begin and commit included. */
  databaseCalls: number
  /** The same by action, e.g. `database.getDocument`. */
  byAction: Record<string, number>
}

/** Counts of one function. */
export interface FunctionStats {
  calls: number
  databaseCalls: number
  /** The most that one call made. */
  maxDatabaseCalls: number
  last: CallRecord | null
}

/** What `GET /__stats` replies. */
export interface StatsReport {
  databaseCalls: number
  byAction: Record<string, number>
  functions: Record<string, FunctionStats>
}

/** Counts requests to the gateway, by action and by the call that made them. */
export class Stats {
  private byAction: Record<string, number> = {}
  private functions: Record<string, FunctionStats> = {}
  private readonly running = new Map<string, CallRecord>()

  /** Starts to count for a call on an instance, which serves one call at a time. */
  begin(instanceId: string, requestId: string): void {
    this.running.set(instanceId, { requestId, durationMs: 0, databaseCalls: 0, byAction: {} })
  }

  /** Ends the count of the instance's call. @returns what it cost; null when none was counted */
  end(instanceId: string, functionName: string, durationMs: number): CallRecord | null {
    const record = this.running.get(instanceId)
    if (!record) return null
    this.running.delete(instanceId)
    const stats = (this.functions[functionName] ??= emptyStats())
    stats.calls++
    stats.databaseCalls += record.databaseCalls
    stats.maxDatabaseCalls = Math.max(stats.maxDatabaseCalls, record.databaseCalls)
    stats.last = { ...record, durationMs }
    return stats.last
  }

  /** Counts one request. @returns which database call of its invocation it is, from 1; 0 if it is none */
  count(instanceId: string, action: string): number {
    this.byAction[action] = (this.byAction[action] ?? 0) + 1
    const record = this.running.get(instanceId)
    if (!record || !action.startsWith('database.')) return 0
    record.byAction[action] = (record.byAction[action] ?? 0) + 1
    return ++record.databaseCalls
  }

  /** The most recent call of a function that has ended; null when there is none. */
  lastCall(functionName: string): CallRecord | null {
    return this.functions[functionName]?.last ?? null
  }

  report(): StatsReport {
    const database = Object.entries(this.byAction).filter(([action]) => action.startsWith('database.'))
    return {
      databaseCalls: database.reduce((sum, [, count]) => sum + count, 0),
      byAction: { ...this.byAction },
      functions: structuredClone(this.functions),
    }
  }

  reset(): void {
    this.byAction = {}
    this.functions = {}
  }
}

function emptyStats(): FunctionStats {
  return { calls: 0, databaseCalls: 0, maxDatabaseCalls: 0, last: null }
}
