import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { loadBundle } from './bundle'
import type { CallMessage, InstanceData, InstanceMessage } from './messages'

/*
 * One instance of a cloud function: a thread that loads the bundle once and serves one call at a time. Its
 * `process.env` is its own, so the identity of a call cannot reach another one.
 */

type Main = (event: unknown, context: Record<string, unknown>) => unknown

const RealDate = Date
let identityKeys: string[] = []

start()

function start(): void {
  const { bundle } = workerData as InstanceData
  let main: Main
  let keepCode: () => void
  try {
    const loaded = loadBundle(bundle)
    main = (loaded.exports as { main: Main }).main
    keepCode = loaded.keepCode
    if (typeof main !== 'function') throw new Error('the bundle exports no main(event, context)')
  } catch (error) {
    send({ kind: 'broken', message: describe(error) })
    return
  }
  parentPort?.on('message', (call: CallMessage) => void serve(main, call).then(keepCode))
  send({ kind: 'ready' })
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
