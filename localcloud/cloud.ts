import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assemble } from './assemble'
import { signToken } from './auth'
import type { CloudContext } from './context'
import type { Engine } from './engine/types'
import type { Faults } from './faults'
import { close, createGateway, listen } from './gateway/server'
import { StaticFiles } from './gateway/static'
import { loadKeys } from './keys'
import { takeLock } from './lock'
import { loadManifest, type LoadedManifest } from './manifest-file'
import type { Identity } from './pool/environment'
import type { FunctionPools } from './pool/pools'
import type { Threads } from './pool/thread'
import type { Stats } from './stats'
import { Pushes } from './pushes'
import { Timers } from './timers'
import type { WxCalls } from './wx'

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
  /** Serves the page at `/__cloud`, with everything that is stored: for a developer's own machine. */
  inspect?: boolean
  /** false: timers run by `runTimer` alone, never by the clock. */
  timers?: boolean
  /** Settings of the functions beside their keys, as the environment of a deployed one has them. */
  environment?: Record<string, string>
  /** The bundle of pool/worker.ts; default `worker.js` beside this file. */
  workerFile?: string
  /** Where instances have their threads from; default: a new one each. */
  threads?: Threads
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
  /** What `cloudbase.init` of `@cloudbase/node-sdk` takes in a program outside of the functions. */
  sdk: { env: string; secretId: string; secretKey: string; serviceUrl: string }
  faults: Faults
  stats: Stats
  /** What functions asked of WeChat, and what it answers. */
  wx: WxCalls
  /** The database itself, for a look behind the functions. */
  engine: Engine
  /** Runs a timer's function now, without retries. */
  runTimer: (timerName: string) => Promise<unknown>
  /** Delivers at once what WeChat would push in a while. */
  push: () => Promise<void>
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
  const known = loadKeys(directory, manifest.secrets)
  const keys = { ...known, secrets: { ...options.environment, ...known.secrets } }
  const { context, pools, logFile, address } = assemble(options, manifest, directory, keys)
  const { timers, pushes } = callersOf(context, pools)
  if (options.inspect) {
    const page = new StaticFiles(join(__dirname, 'page'))
    const instancesOf = (name: string): number => pools.instancesOf(name)
    context.inspector = { page, instancesOf, timers: () => timers.report() }
  }
  const server = createGateway(context)
  const stop = async () => {
    timers.stop()
    pushes.stop()
    pools.stop()
    await close(server)
    await context.engine.close()
    logFile.close()
  }
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await context.engine.close()
    throw error
  })
  address.url = `http://127.0.0.1:${port}`
  if (options.timers ?? true) {
    timers.start()
    pushes.start()
  }
  if (options.provision) void pools.provision()
  const parts = publicParts(context, address.url)
  return {
    ...parts,
    url: address.url,
    port,
    runTimer: (name) => timers.runNow(name),
    push: () => pushes.deliver(Infinity),
    stop,
  }
}

/** What calls functions without anybody asking: the clock, and WeChat. */
function callersOf(context: CloudContext, pools: FunctionPools): { timers: Timers; pushes: Pushes } {
  const { functions } = context.manifest
  const { now, log, wx } = context
  const run = async (name: string, event: unknown, identity: Identity) =>
    JSON.parse(await pools.invoke(name, JSON.stringify(event), identity)) as unknown
  const timed = (name: string, event: unknown) => run(name, event, { source: 'timer' })
  return {
    timers: new Timers({ functions, now, log, run: timed }),
    pushes: new Pushes({
      functions,
      now,
      log,
      source: wx.safety,
      run: (name, event) => run(name, event, {}),
    }),
  }
}

function publicParts(
  context: CloudContext,
  url: string,
): Omit<Cloud, 'url' | 'port' | 'runTimer' | 'push' | 'stop'> {
  const { manifest, keys, faults, stats, wx, engine } = context
  const { secretId, secretKey } = keys
  return {
    sdk: { env: manifest.envId, secretId, secretKey, serviceUrl: `${url}/admin/outside` },
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

/** Only what the cloud itself put there: the lock stays, and so does whatever else lies in the folder. */
function removeData(directory: string): void {
  for (const name of ['data.sqlite', 'data.sqlite-wal', 'data.sqlite-shm', 'storage', 'logs', 'keys.json']) {
    rmSync(join(directory, name), { recursive: true, force: true })
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= run())
}
