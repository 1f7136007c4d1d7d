import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { loadBundle, type LoadedBundle } from './bundle'
import type { CallMessage, InstanceMessage, ThreadData, ThreadMessage } from './messages'

/*
 * The thread of an instance of a cloud function: it runs the bundle once for the instance and serves one call at a
 * time. Its `process.env` is its own, so the identity of a call cannot reach another one.
 */

type Main = (event: unknown, context: Record<string, unknown>) => unknown

const RealDate = Date
let identityKeys: string[] = []
let loaded: LoadedBundle | null = null
let main: Main | null = null

parentPort?.on('message', (message: ThreadMessage) => {
  if (message.kind === 'begin') return begin(message.environment)
  if (main) void serve(main, message.call).then(loaded?.keepCode)
})

function begin(environment: Record<string, string>): void {
  for (const key of Object.keys(process.env)) delete process.env[key]
  Object.assign(process.env, environment)
  identityKeys = []
  for (const stream of [process.stdout, process.stderr]) stream.write = tellLines()
  moveClock(0)
  try {
    loaded ??= loadBundle((workerData as ThreadData).bundle)
    main = (loaded.run() as { main: Main }).main
    if (typeof main !== 'function') throw new Error('the bundle exports no main(event, context)')
  } catch (error) {
    main = null
    return send({ kind: 'broken', message: describe(error) })
  }
  send({ kind: 'ready' })
}

/**
 * A line is told by message, and so before the reply of its call. Reading a worker's streams would keep the process
 * of a thread that waits for its next instance.
 */
function tellLines(): typeof process.stdout.write {
  let rest = ''
  return (chunk: string | Uint8Array, ...others: unknown[]) => {
    const lines = (rest + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) send({ kind: 'line', text })
    const written = others.at(-1)
    if (typeof written === 'function') written()
    return true
  }
}

async function serve(main: Main, call: CallMessage): Promise<void> {
  takeIdentity(call.environment)
  moveClock(call.clockSkewMs)
  try {
    const value: unknown = await main(JSON.parse(call.event), call.context)
    const reply = JSON.stringify(value) ?? 'null'
    takeIdentity({})
    send({ kind: 'returned', id: call.id, reply })
  } catch (error) {
    takeIdentity({})
    send({ kind: 'threw', id: call.id, message: describe(error) })
  }
}

/** Replaces the variables of the call before, so that a stale identity is impossible. */
function takeIdentity(environment: Record<string, string>): void {
  for (const key of identityKeys) delete process.env[key]
  identityKeys = Object.keys(environment)
  Object.assign(process.env, environment)
}

/** The clock is left alone unless a test asked for a skew, so that what runs is the plain thing. */
function moveClock(skewMs: number): void {
  if (skewMs === 0) {
    globalThis.Date = RealDate
    return
  }
  const now = () => RealDate.now() + skewMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: []) => Reflect.construct(target, args.length > 0 ? args : [now()]) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  })
}

function send(message: InstanceMessage): void {
  parentPort?.postMessage(message)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error)
}
