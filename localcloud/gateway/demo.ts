import type { IncomingMessage, ServerResponse } from 'node:http'
import { signToken } from '../auth'
import type { CloudContext } from '../context'
import { HttpError } from './errors'
import { MAX_EVENT_BYTES, parseJson, readBody, sendJson } from './http'

/**
 * `GET|POST /v1/demo/<route>`: hands the request to the build's demo function. Only builds for local use
 * declare one. A field `signInAs: <open id>` anywhere in its data comes out as `token`.
 */
export async function serveDemo(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  route: string,
): Promise<void> {
  const { demoFunction } = cloud.manifest
  if (demoFunction === undefined) throw new HttpError(404, 'NOT_FOUND', 'this build has no demo')
  const body = (await readBody(request, MAX_EVENT_BYTES)).toString('utf8')
  const event = { action: camelCase(route), input: body.trim() === '' ? {} : parseJson(body) }
  const reply = JSON.parse(await cloud.invoke(demoFunction, JSON.stringify(event), {})) as DemoReply
  if (!reply.ok) sendJson(response, 400, reply)
  else sendJson(response, 200, withTokens(reply.data, cloud.keys.token) ?? null)
}

type DemoReply = { ok: true; data: unknown } | { ok: false }

function camelCase(route: string): string {
  return route.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function withTokens(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withTokens(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) =>
      name === 'signInAs' && typeof field === 'string'
        ? ['token', signToken(field, key)]
        : [name, withTokens(field, key)],
    ),
  )
}
