import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { sameText } from '../auth'
import type { CloudContext } from '../context'
import { databaseActions, transactionOf, type WireParams, type WireReply } from './database'
import { GatewayError } from './errors'
import { readBody } from './http'
import { platformActions } from './platform'

/** Documents of 16 MB each are possible; a batch of them is not. */
const MAX_REQUEST_BYTES = 32 * 1024 * 1024

/** `POST /admin/<instance>`: the one endpoint of the SDK. Errors are HTTP 200 with a `code`, as CloudBase's. */
export async function serveAdmin(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  instanceId: string,
): Promise<void> {
  const startedAt = performance.now()
  const requestId = cloud.nextRequestId()
  let action = 'unknown'
  let params: ActionParams | undefined
  try {
    params = paramsOf(await readBody(request, MAX_REQUEST_BYTES))
    action = params.action
    checkCaller(cloud, request)
    const reply = await perform(cloud, params, { instanceId, source: sourceOf(request) })
    answer(response, { requestId, ...reply })
  } catch (error) {
    const known = cloud.errors.translate(error)
    if (!known) cloud.log(`error ${action} ${String(error instanceof Error ? error.stack : error)}`)
    answer(response, { requestId, ...(known ?? { code: 'SYS_ERR', message: 'system error' }) })
  } finally {
    const durationMs = performance.now() - startedAt
    if (params) cloud.recorder.request(params, durationMs)
    cloud.trace(`${instanceId} ${action} ${durationMs.toFixed(1)} ms`)
  }
}

/** No browser reads this: what `sendJson` says to browsers is left out. */
function answer(response: ServerResponse, body: WireReply): void {
  const text = JSON.stringify(body)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

/** Who sent a request: the instance that made the SDK call and the chain of sources that it states. */
export interface AdminCaller {
  instanceId: string
  source: string
}

async function perform(cloud: CloudContext, params: ActionParams, caller: AdminCaller): Promise<WireReply> {
  const nth = cloud.stats.count(caller.instanceId, params.action)
  const database = databaseActions[params.action]
  if (!database) {
    const platform = platformActions[params.action]
    if (!platform) throw new GatewayError('INVALID_ACTION', `the local cloud has no ${params.action}`)
    return platform(cloud, params, caller)
  }
  try {
    return await withFaults(cloud, params, caller, nth, () => database(cloud.engine, params, cloud.now()))
  } catch (error) {
    abortQuietly(cloud, params)
    throw error
  }
}

/** Any error ends its transaction: the SDK does not roll back before it retries a conflict. */
function abortQuietly(cloud: CloudContext, params: WireParams): void {
  const transactionId = transactionOf(params)
  // Gone already: the engine aborts by itself too.
  if (transactionId) void cloud.engine.abort(transactionId).catch(() => {})
}

async function withFaults(
  cloud: CloudContext,
  params: ActionParams,
  { instanceId }: AdminCaller,
  nth: number,
  run: () => Promise<WireReply>,
): Promise<WireReply> {
  const functionName = instanceId.replace(/-\d+$/, '')
  const collection = typeof params.collectionName === 'string' ? params.collectionName : undefined
  const verdict = cloud.faults.judge({ action: params.action, collection, functionName, nth })
  if (!verdict) return run()
  if (verdict.delayMs > 0) await sleep(verdict.delayMs)
  strike(cloud, instanceId, verdict.before)
  const reply = await run().catch((error: unknown) => {
    // An instance that dies after its request dies whatever the answer was.
    if (verdict.after === 'crash') cloud.crash(instanceId)
    throw error
  })
  strike(cloud, instanceId, verdict.after)
  return reply
}

function strike(cloud: CloudContext, instanceId: string, blow: 'crash' | GatewayError | null): void {
  if (blow === null) return
  if (blow !== 'crash') throw blow
  cloud.crash(instanceId)
  throw new GatewayError('SYS_ERR', 'the instance was crashed by a fault')
}

type ActionParams = WireParams & { action: string }

function paramsOf(body: Buffer): ActionParams {
  let params: unknown
  try {
    params = JSON.parse(body.toString('utf8'))
  } catch {
    throw new GatewayError('INVALID_PARAM', 'the body is no JSON')
  }
  const action = (params as WireParams | null)?.action
  if (typeof action !== 'string') throw new GatewayError('INVALID_PARAM', 'action missing')
  return params as ActionParams
}

/** The signature itself is not checked: whoever knows the random id can also sign. */
function checkCaller(cloud: CloudContext, request: IncomingMessage): void {
  const credential = /Credential=([^/,]+)/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  if (!sameText(credential, cloud.keys.secretId)) {
    throw new GatewayError('SIGN_PARAM_INVALID', 'only functions of this cloud may call its gateway')
  }
}

function sourceOf(request: IncomingMessage): string {
  const header = request.headers['x-tcb-source']
  return typeof header === 'string' ? header : ''
}
