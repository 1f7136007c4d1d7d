import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudContext } from '../context'
import { EngineError, type Filter } from '../engine/types'
import { decodeEjsonObject } from './ejson'
import { GatewayError, HttpError } from './errors'
import { sendJson } from './http'

const PAGE_SIZE = 20

/**
 * `GET /__cloud`: a page that shows what happens, and the data behind it. It changes nothing, exists only with
 * `--inspect`, and shows documents as they are stored: it is for the developer's own machine.
 */
export async function serveInspector(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!cloud.inspector) throw new HttpError(404, 'NOT_FOUND', 'no such page')
  if (request.method !== 'GET') throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'GET only')
  const path = url.pathname.slice('/__cloud'.length)
  if (path === '/data/overview') return sendJson(response, 200, overview(cloud))
  if (path === '/data/documents') return sendJson(response, 200, await documents(cloud, url.searchParams))
  return cloud.inspector.page.serve(request, response, path || '/')
}

function overview(cloud: CloudContext): object {
  const { calls, slow, lines } = cloud.recorder
  const { envId, functions } = cloud.manifest
  const { functions: counts } = cloud.stats.report()
  return {
    envId,
    now: cloud.now(),
    collections: cloud.engine.collections(),
    functions: Object.entries(functions).map(([name, { clientCallable, timeoutSeconds, memoryMb }]) => ({
      name,
      clientCallable,
      timeoutSeconds,
      memoryMb,
      instances: cloud.inspector?.instancesOf(name) ?? 0,
      calls: counts[name]?.calls ?? 0,
      maxDatabaseCalls: counts[name]?.maxDatabaseCalls ?? 0,
    })),
    timers: cloud.inspector?.timers() ?? [],
    calls: [...calls].reverse(),
    slow: [...slow].reverse(),
    lines: [...lines].reverse(),
  }
}

async function documents(cloud: CloudContext, search: URLSearchParams): Promise<object> {
  const collection = search.get('collection') ?? ''
  const skip = Number(search.get('skip') ?? 0)
  try {
    const filter: Filter = decodeEjsonObject(search.get('filter') || '{}', cloud.now())
    const request = { collection, filter, offset: skip, limit: PAGE_SIZE + 1, sort: [['_id', 1]] as const }
    const found = await cloud.engine.find(request)
    return { documents: found.slice(0, PAGE_SIZE), more: found.length > PAGE_SIZE }
  } catch (error) {
    if (error instanceof EngineError || error instanceof GatewayError) {
      throw new HttpError(400, 'INVALID_PARAM', error.message)
    }
    throw error
  }
}
