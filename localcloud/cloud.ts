import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { signToken } from './auth'
import type { CloudContext } from './context'
import { openEngine } from './engine'
import type { Engine } from './engine/types'
import { Faults } from './faults'
import { ErrorTranslator } from './gateway/errors'
import { close, createGateway, listen } from './gateway/server'
import { StaticFiles } from './gateway/static'
import { loadKeys, type Keys } from './keys'
import { takeLock } from './lock'
import { LogFile } from './log-file'
import { loadManifest, type LoadedManifest } from './manifest-file'
import type { Identity } from './pool/environment'
import { FunctionPools } from './pool/pools'
import { Stats } from './stats'
import { Storage } from './storage'
import { Timers } from './timers'
import { WxCalls } from './wx'

/** How a cloud is started. */
export interface CloudOptions {
  /** The manifest that the build wrote, `dist/cloud.json`. */
  manifestFile: string
  /** Where the database, the files, the keys and the logs lie; made when absent. */
  dataDirectory: string
  /** 0 or absent: any free port. */
  port?: number
  /** Removes what the data directory holds before it starts. */
  fresh?: boolean
  /** Allows faults to be set and counts to be read over HTTP. In process, `faults` works in any case. */
  faults?: boolean
  /** Starts the manifest's provisioned instances in the background. In process, for tests, none are. */
  provision?: boolean
  /** The bundle of pool/worker.ts; default `worker.js` beside this file. */
  workerFile?: string
  /** Milliseconds since the epoch, for timers, links and server dates. */
  now?: () => number
  /** Lines for the operator: warnings and errors; default none. */
  onLine?: (line: string) => void
  /** A line for each request. */
  onTrace?: (line: string) => void
}

/** A running local cloud. */
export interface Cloud {
  /** e.g. `http://127.0.0.1:8620` */
  url: string
  port: number
  /**
   * Calls a function past the gateway and gives its return value; rejects with an HttpError. Without an
   * identity the caller is the operator.
   */
  invoke: (functionName: string, event: unknown, identity?: Identity) => Promise<unknown>
  /** @returns a client's token */
  signIn: (openId: string) => string
  /** Opens `POST /v1/operator/functions/<name>`. */
  operatorKey: string
  faults: Faults
  stats: Stats
  /** What functions asked of WeChat, and what it answers. */
  wx: WxCalls
  /** The database itself, for a look behind the functions. */
  engine: Engine
  /** Runs a timer's function now, without retries. */
  runTimer: (timerName: string) => Promise<unknown>
  /** Ends the calls under way and closes the files. */
  stop: () => Promise<void>
}

/** Starts a cloud over a data directory. @throws DirectoryInUse; Error with code EADDRINUSE */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const manifest = loadManifest(options.manifestFile)
  const directory = resolve(options.dataDirectory)
  mkdirSync(directory, { recursive: true })
  const lock = takeLock(directory)
  try {
    if (options.fresh) removeData(directory)
    const cloud = await open(options, manifest, directory)
    lock.announce(cloud.url)
    return { ...cloud, stop: once(() => cloud.stop().finally(() => lock.release())) }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function open(options: CloudOptions, manifest: LoadedManifest, directory: string): Promise<Cloud> {
  const keys = loadKeys(directory, manifest.secrets)
  const { context, pools, logFile, address } = assemble(options, manifest, directory, keys)
  const timers = new Timers({
    functions: manifest.functions,
    now: context.now,
    run: async (name, event) =>
      JSON.parse(await pools.invoke(name, JSON.stringify(event), { source: 'timer' })) as unknown,
    log: context.log,
  })
  const server = createGateway(context)
  const stop = async () => {
    timers.stop()
    pools.stop()
    await close(server)
    await context.engine.close()
    logFile.flush()
  }
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await context.engine.close()
    throw error
  })
  address.url = `http://127.0.0.1:${port}`
  timers.start()
  if (options.provision) void pools.provision()
  return { ...publicParts(context), url: address.url, port, runTimer: (name) => timers.runNow(name), stop }
}

function publicParts(context: CloudContext): Omit<Cloud, 'url' | 'port' | 'runTimer' | 'stop'> {
  const { keys, faults, stats, wx, engine } = context
  return {
    invoke: async (name, event, identity = {}) =>
      JSON.parse(await context.invoke(name, JSON.stringify(event ?? {}), identity)) as unknown,
    signIn: (openId) => signToken(openId, keys.token),
    operatorKey: keys.operator,
    faults,
    stats,
    wx,
    engine,
  }
}

function assemble(options: CloudOptions, manifest: LoadedManifest, directory: string, keys: Keys) {
  const { now = Date.now, onLine: log = () => undefined, onTrace: trace = () => undefined } = options
  const [address, faults, stats] = [{ url: '' }, new Faults(), new Stats()]
  const url = () => address.url
  const logFile = new LogFile(join(directory, 'logs', 'functions.log'))
  const nextRequestId = requestIds()
  const workerFile = options.workerFile ?? join(__dirname, 'worker.js')
  const pools = new FunctionPools({
    manifest,
    keys,
    stats,
    faults,
    logFile,
    workerFile,
    url,
    nextRequestId,
    log,
  })
  const { envId, collections, staticDirectory } = manifest
  const context: CloudContext = {
    manifest,
    keys,
    engine: openEngine({ directory, collections, now, onWarning: log }),
    storage: new Storage({ directory: join(directory, 'storage'), envId, key: keys.storage, url, now }),
    wx: new WxCalls(),
    stats,
    errors: new ErrorTranslator(() => faults.plan.duplicates ?? 'alternate'),
    staticFiles: staticDirectory === undefined ? null : new StaticFiles(manifest.path(staticDirectory)),
    faults,
    controllable: options.faults === true,
    now,
    nextRequestId,
    invoke: (name, event, identity) => pools.invoke(name, event, identity),
    crash: (instanceId) => pools.crash(instanceId),
    log,
    trace,
  }
  return { context, pools, logFile, address }
}

/** Only what the cloud itself put there: the lock stays, and so does whatever else lies in the folder. */
function removeData(directory: string): void {
  for (const name of ['data.sqlite', 'data.sqlite-wal', 'data.sqlite-shm', 'storage', 'logs', 'keys.json']) {
    rmSync(join(directory, name), { recursive: true, force: true })
  }
}

function requestIds(): () => string {
  const prefix = randomBytes(6).toString('hex')
  let serial = 0
  return () => `${prefix}-${(++serial).toString(36)}`
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= run())
}
