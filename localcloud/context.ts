import type { Engine } from './engine/types'
import type { Faults } from './faults'
import type { ErrorTranslator } from './gateway/errors'
import type { StaticFiles } from './gateway/static'
import type { Keys } from './keys'
import type { LoadedManifest } from './manifest-file'
import type { Identity } from './pool/environment'
import type { Recorder } from './recorder'
import type { Stats } from './stats'
import type { Storage } from './storage'
import type { TimerReport } from './timers'
import type { WxCalls } from './wx'

/** All that the parts of a running cloud share. */
export interface CloudContext {
  manifest: LoadedManifest
  keys: Keys
  engine: Engine
  storage: Storage
  wx: WxCalls
  stats: Stats
  errors: ErrorTranslator
  staticFiles: StaticFiles | null
  recorder: Recorder
  /** What the page at `/__cloud` needs; null: there is no such page. */
  inspector: {
    page: StaticFiles
    timers: () => TimerReport[]
    instancesOf: (functionName: string) => number
  } | null
  faults: Faults
  /** Whether faults and counts can be reached over HTTP. */
  controllable: boolean
  /** Milliseconds since the epoch. */
  now: () => number
  nextRequestId: () => string
  /** Calls a function with an event as JSON text; rejects with an HttpError. @returns JSON text */
  invoke: (functionName: string, event: string, identity: Identity) => Promise<string>
  /** Kills an instance. */
  crash: (instanceId: string) => void
  /** A line for the operator. */
  log: (line: string) => void
  /** A line about one request, shown only with `--trace`. */
  trace: (line: string) => void
}
