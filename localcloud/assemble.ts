import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { CloudOptions } from './cloud'
import type { CloudContext } from './context'
import { openEngine } from './engine'
import { Faults } from './faults'
import { ErrorTranslator } from './gateway/errors'
import { StaticFiles } from './gateway/static'
import type { Keys } from './keys'
import { LogFile } from './log-file'
import type { LoadedManifest } from './manifest-file'
import { FunctionPools } from './pool/pools'
import { freshThreads } from './pool/thread'
import { Recorder } from './recorder'
import { type CallRecord, Stats } from './stats'
import { Storage } from './storage'
import { WxCalls } from './wx'

/** Makes the parts of a cloud and ties them together; nothing listens or runs yet. */
export function assemble(options: CloudOptions, manifest: LoadedManifest, directory: string, keys: Keys) {
  const { now = Date.now } = options
  const address = { url: '' }
  const logFile = new LogFile(join(directory, 'logs', 'functions.log'))
  const shared = {
    manifest,
    keys,
    stats: new Stats(),
    faults: new Faults(),
    nextRequestId: requestIds(),
    ...telling(options, now),
  }
  const url = () => address.url
  const { threads = freshThreads, workerFile = join(__dirname, 'worker.js') } = options
  const pools = new FunctionPools({ ...shared, logFile, workerFile, threads, url })
  const { envId, collections, staticDirectory } = manifest
  const context: CloudContext = {
    ...shared,
    engine: openEngine({ directory, collections, now, onWarning: shared.log }),
    storage: new Storage({ directory: join(directory, 'storage'), envId, key: keys.storage, url, now }),
    wx: new WxCalls(shared.faults),
    inspector: null,
    errors: new ErrorTranslator(() => shared.faults.plan.duplicates ?? 'alternate'),
    staticFiles: staticDirectory === undefined ? null : new StaticFiles(manifest.path(staticDirectory)),
    controllable: options.faults === true,
    now,
    invoke: (name, event, identity) => pools.invoke(name, event, identity),
    crash: (instanceId) => pools.crash(instanceId),
  }
  return { context, pools, logFile, address }
}

/** Who is told of what happens: the operator, the trace, and the page at `/__cloud`. */
function telling({ onLine, onTrace }: CloudOptions, now: () => number) {
  const recorder = new Recorder(now)
  const trace = onTrace ?? (() => undefined)
  return {
    recorder,
    trace,
    log: (line: string): void => {
      recorder.line(line)
      onLine?.(line)
    },
    onCall: (name: string, record: CallRecord): void => {
      recorder.call(name, record)
      trace(callLine(name, record))
    },
  }
}

/** e.g. `call points 23.1 ms, 7 round trips (getDocument 3, commitTransaction 1, …)` */
function callLine(name: string, { durationMs, databaseCalls, byAction, requestId }: CallRecord): string {
  const parts = Object.entries(byAction).map(
    ([action, count]) => `${action.replace('database.', '')} ${count}`,
  )
  const trips = `${databaseCalls} round trips${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
  return `call ${name} ${durationMs.toFixed(1)} ms, ${trips}, ${requestId}`
}

function requestIds(): () => string {
  const prefix = randomBytes(6).toString('hex')
  let serial = 0
  return () => `${prefix}-${(++serial).toString(36)}`
}
