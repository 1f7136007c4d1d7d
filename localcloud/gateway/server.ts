import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CloudContext } from '../context'
import { serveAdmin } from './admin'
import { serveLogIn } from './log-in'
import { serveClientStorage } from './client-storage'
import { serveContract, serveFunction, serveOperator } from './clients'
import { serveControl } from './control'
import { serveDemo } from './demo'
import { HttpError } from './errors'
import { serveFiles } from './files'
import { sendError } from './http'
import { serveInspector } from './inspector'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

const ADMIN_ADDRESS = /^\/admin\/([\w-]+)$/

/** The one door of the cloud; see README.md for its addresses. Listens only once `listen` is called. */
export function createGateway(cloud: CloudContext): Server {
  const server = createServer((request, response) => {
    void answer(cloud, request, response)
  })
  server.keepAliveTimeout = 65_000
  // An upload may be slow; what is never finished is cut off.
  server.requestTimeout = 120_000
  return server
}

/** @returns the port. @throws Error with code EADDRINUSE */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** Ends every connection, those of calls under way included. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = performance.now()
  try {
    checkOrigin(request)
    await route(cloud, request, response)
  } catch (error) {
    if (!(error instanceof HttpError)) cloud.log(`error ${request.url} ${describe(error)}`)
    const known = error instanceof HttpError ? error : new HttpError(500, 'SYS_ERR', 'system error')
    sendError(request, response, known)
  } finally {
    const took = (performance.now() - startedAt).toFixed(1)
    if (!request.url?.startsWith('/admin')) {
      cloud.trace(`${request.method} ${request.url?.split('?')[0]} ${response.statusCode} ${took} ms`)
    }
  }
}

async function route(cloud: CloudContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const instanceId = request.method === 'POST' ? ADMIN_ADDRESS.exec(request.url ?? '')?.[1] : undefined
  // Most requests by far are the SDK's: they are spared the parsing of an address.
  if (instanceId) return serveAdmin(cloud, request, response, instanceId)
  const url = new URL(request.url ?? '/', 'http://local')
  const [first = '', second = '', third = '', fourth = ''] = url.pathname.slice(1).split('/')
  const post = request.method === 'POST'
  const get = request.method === 'GET' || request.method === 'HEAD'
  if (first === '__cloud' || first === 'v1') checkSite(request)
  if (first === 'admin' && post) return serveAdmin(cloud, request, response, second || 'unknown')
  if (first === 'storage') return serveFiles(cloud, request, response, url)
  if (first === '__cloud') return serveInspector(cloud, request, response, url)
  if (first === '__faults' || first === '__stats') {
    return serveControl(cloud, request, response, first.slice(2))
  }
  if (first === 'auth' && second === 'v1' && post) return serveLogIn(cloud, request, response, url.pathname)
  if (first === 'v1') {
    if (second === 'functions' && post) return serveFunction(cloud, request, response, third)
    if (second === 'operator' && third === 'functions' && post) {
      return serveOperator(cloud, request, response, fourth)
    }
    if (second === 'storages' && post) return serveClientStorage(cloud, request, response, third)
    if (second === 'contract' && get) return serveContract(cloud, response)
    if (second === 'demo' && (get || post)) return serveDemo(cloud, request, response, third)
    throw new HttpError(404, 'NOT_FOUND', 'no such address')
  }
  if (get && cloud.staticFiles) return cloud.staticFiles.serve(request, response, url.pathname)
  throw new HttpError(404, 'NOT_FOUND', 'no such address')
}

/** A page of another site must not reach this machine's cloud, neither by a name of its own nor by a form. */
function checkOrigin(request: IncomingMessage): void {
  if (!LOOPBACK.test(request.headers.host ?? '')) {
    throw new HttpError(403, 'PERMISSION_DENIED', 'the local cloud answers only to 127.0.0.1 and localhost')
  }
  const { origin } = request.headers
  if (origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, ''))) {
    throw new HttpError(403, 'PERMISSION_DENIED', 'requests of other sites are refused')
  }
}

/**
 * A picture or a link of another site names no origin. Not for /storage: photos on a page that was opened as localhost
 * come from 127.0.0.1, and their links are signed; nor for the pages, which anybody may link to.
 */
function checkSite(request: IncomingMessage): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    throw new HttpError(403, 'PERMISSION_DENIED', 'requests of other sites are refused')
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
