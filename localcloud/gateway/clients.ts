import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { sameText, verifyToken } from '../auth'
import { passIn } from '../passes'
import type { CloudContext } from '../context'
import type { Identity } from '../pool/environment'
import { HttpError } from './errors'
import { MAX_EVENT_BYTES, parseJson, readBody, sendJson } from './http'

/** `POST /v1/functions/<name>`: what `wx.cloud.callFunction` does on a phone. The reply is the return value. */
export async function serveFunction(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const definition = Object.hasOwn(cloud.manifest.functions, name)
    ? cloud.manifest.functions[name]
    : undefined
  if (!definition) throw new HttpError(404, 'FUNCTION_NOT_FOUND', 'no such function')
  if (!definition.clientCallable) throw new HttpError(403, 'PERMISSION_DENIED', 'clients may not call this')
  const identity = identityOf(cloud, request)
  sendJson(response, 200, await cloud.invoke(name, await eventOf(request), identity), true)
}

/** `POST /v1/operator/functions/<name>` with the data directory's operator key: also what clients may not call. */
export async function serveOperator(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (!sameText(bearerOf(request) ?? '', cloud.keys.operator)) {
    throw new HttpError(401, 'UNAUTHENTICATED', 'the operator key is in keys.json of the data directory')
  }
  sendJson(response, 200, await cloud.invoke(name, await eventOf(request), {}), true)
}

/** `GET /v1/contract`: every action with its schemas, as the build wrote it. */
export async function serveContract(cloud: CloudContext, response: ServerResponse): Promise<void> {
  const { contract } = cloud.manifest
  if (contract === undefined) throw new HttpError(404, 'NOT_FOUND', 'no contract in this build')
  sendJson(response, 200, await readFile(cloud.manifest.path(contract), 'utf8'), true)
}

/** Checks that a body is JSON and hands on its text, so that it is not written out anew. */
async function eventOf(request: IncomingMessage): Promise<string> {
  const text = (await readBody(request, MAX_EVENT_BYTES)).toString('utf8')
  if (text.trim() === '') return '{}'
  parseJson(text)
  return text
}

function identityOf(cloud: CloudContext, request: IncomingMessage): Identity {
  const pass = passIn(bearerOf(request) ?? '', 'access', cloud.keys.token, cloud.now())
  if (pass) return { userId: pass.userId, source: 'wx_client' }
  const openId = signedInAs(cloud, request)
  return openId === null ? { source: 'wx_client' } : { openId, source: 'wx_client' }
}

/** The open id of a request's token; null for nobody. @throws HttpError 401 for a token that is not valid */
export function signedInAs(cloud: CloudContext, request: IncomingMessage): string | null {
  const token = bearerOf(request)
  if (token === null) return null
  const openId = verifyToken(token, cloud.keys.token)
  if (openId === null) throw new HttpError(401, 'UNAUTHENTICATED', 'the token is not valid')
  return openId
}

function bearerOf(request: IncomingMessage): string | null {
  const header = request.headers.authorization
  if (header === undefined || header === '') return null
  return /^Bearer (\S+)$/i.exec(header)?.[1] ?? ''
}
