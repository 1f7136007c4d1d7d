import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults } from '../faults'
import { HttpError } from '../gateway/errors'
import { MAX_EVENT_BYTES } from '../gateway/http'
import type { Keys } from '../keys'
import type { LogFile } from '../log-file'
import type { LoadedManifest } from '../manifest-file'
import type { CallRecord, Stats } from '../stats'
import { callEnvironment, instanceEnvironment, type Identity } from './environment'
import { FunctionPool } from './pool'
import type { Threads } from './thread'

/** What the pools need from the cloud around them. */
export interface PoolsOptions {
  manifest: LoadedManifest
  keys: Keys
  stats: Stats
  faults: Faults
  logFile: LogFile
  /** The bundle of worker.ts. */
  workerFile: string
  /** Where instances have their threads from. */
  threads: Threads
  /** Address of the cloud; known once it listens. */
  url: () => string
  nextRequestId: () => string
  /** A line for the operator. */
  log: (line: string) => void
  /** A call has ended. */
  onCall: (functionName: string, record: CallRecord) => void
}

/** Milliseconds between two looks at whether calls are under way. */
const QUIET_LOOK_MS = 250

/** All functions of the manifest, each with its pool, made when it is first called. */
export class FunctionPools {
  private readonly pools = new Map<string, FunctionPool>()

  constructor(private readonly options: PoolsOptions) {}

  /** Calls a function. @returns its return value as JSON text; rejects with an HttpError */
  async invoke(name: string, event: string, identity: Identity): Promise<string> {
    if (Buffer.byteLength(event) > MAX_EVENT_BYTES) {
      throw new HttpError(413, 'EXCEED_MAX_PAYLOAD_SIZE', 'the event is over 6 MB')
    }
    const environment = callEnvironment(identity)
    const reply = await this.poolOf(name).call({
      event,
      environment,
      requestId: this.options.nextRequestId(),
    })
    if (Buffer.byteLength(reply) > MAX_EVENT_BYTES) {
      throw new HttpError(502, 'EXCEED_MAX_PAYLOAD_SIZE', 'the reply is over 6 MB')
    }
    return reply
  }

  /** Starts what the manifest wants ready before the first call, function by function. */
  async provision(): Promise<void> {
    const wanted = Object.entries(this.options.manifest.functions).map(([name, { provisioned = 0 }]) => ({
      name,
      provisioned,
    }))
    // Where most are wanted, most are expected to come, and soon.
    wanted.sort((one, other) => other.provisioned - one.provisioned)
    const [first, ...others] = wanted.map(({ name }) => this.poolOf(name))
    await first?.provision()
    for (const pool of others) await pool.provision(() => this.quiet())
  }

  /** Calls come first: what is only wanted in advance starts when no call is under way. */
  private async quiet(): Promise<void> {
    while ([...this.pools.values()].some((pool) => pool.busy)) await sleep(QUIET_LOOK_MS)
  }

  /** How many instances of a function there are. */
  instancesOf(name: string): number {
    return this.pools.get(name)?.size ?? 0
  }

  crash(instanceId: string): void {
    for (const pool of this.pools.values()) pool.crash(instanceId)
  }

  stop(): void {
    for (const pool of this.pools.values()) pool.stop()
  }

  private poolOf(name: string): FunctionPool {
    const { manifest, stats, faults, logFile, keys, url, workerFile, threads, log, onCall } = this.options
    const known = this.pools.get(name)
    if (known) return known
    const definition = Object.hasOwn(manifest.functions, name) ? manifest.functions[name] : undefined
    if (!definition) throw new HttpError(404, 'FUNCTION_NOT_FOUND', 'no such function')
    const { envId, addressVariable, signInKeyVariable } = manifest
    const pool = new FunctionPool({
      name,
      definition,
      bundle: manifest.path(definition.bundle),
      workerFile,
      threads,
      environmentOf: (instanceId) =>
        instanceEnvironment({
          ...{ instanceId, gatewayUrl: url(), envId, keys },
          ...{ addressVariable, signInKeyVariable },
        }),
      // The names in which SCF spells them; the SDK's parseContext reads these.
      context: {
        function_name: name,
        function_version: '$LATEST',
        namespace: envId,
        memory_limit_in_mb: definition.memoryMb,
        time_limit_in_ms: definition.timeoutSeconds * 1000,
      },
      clockSkewMs: () => faults.clockSkewMs(name),
      onLine: (instanceId, line) => logFile.write(`${instanceId} ${line}`),
      onProblem: (instanceId, line) => {
        logFile.write(`${instanceId} ${line}`)
        log(`${instanceId} ${line}`)
      },
      onStart: (instanceId, requestId) => stats.begin(instanceId, requestId),
      onEnd: (instanceId, durationMs) => {
        const record = stats.end(instanceId, name, durationMs)
        if (record) onCall(name, record)
      },
    })
    this.pools.set(name, pool)
    return pool
  }
}
