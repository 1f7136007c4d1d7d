import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudContext } from '../context'
import { passIn, passOfTicket, writePass, type Pass } from '../passes'
import { HttpError } from './errors'
import { parseJson, readBody, sendJson } from './http'

const MAX_BODY_BYTES = 16 * 1024

/** How long an access token is good, in seconds, as CloudBase's is. */
const ACCESS_SECONDS = 7200

/**
 * `POST /auth/v1/signin/custom` exchanges a ticket that a function signed, and `POST /auth/v1/token` renews what it led
 * to, in the words of CloudBase's HTTP interface.
 * Source: docs.cloudbase.net/http-api/auth/auth-sign-in-custom.
 */
export async function serveLogIn(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const body = (parseJson((await readBody(request, MAX_BODY_BYTES)).toString('utf8')) ?? {}) as Body
  if (path === '/auth/v1/signin/custom')
    return sendJson(response, 200, tokensFor(ofTicket(cloud, body), cloud))
  if (path === '/auth/v1/token') return sendJson(response, 200, tokensFor(ofRefresh(cloud, body), cloud))
  throw new HttpError(404, 'NOT_FOUND', 'no such address')
}

type Body = Record<string, unknown>

function ofTicket(cloud: CloudContext, { provider_id: provider, ticket }: Body): Pass {
  const { keys, manifest } = cloud
  const asked = { privateKey: keys.signIn.private_key, envId: manifest.envId, now: cloud.now() }
  const pass = provider === 'custom' && typeof ticket === 'string' ? passOfTicket(ticket, asked) : null
  if (!pass) throw new HttpError(401, 'UNAUTHENTICATED', 'the ticket is not valid')
  return pass
}

function ofRefresh(cloud: CloudContext, { grant_type: grant, refresh_token: token }: Body): Pass {
  const isAsked = grant === 'refresh_token' && typeof token === 'string'
  const pass = isAsked ? passIn(token, 'refresh', cloud.keys.token, cloud.now()) : null
  if (!pass) throw new HttpError(401, 'UNAUTHENTICATED', 'the refresh token is not valid')
  return pass
}

function tokensFor({ userId, until }: Pass, cloud: CloudContext): object {
  const endsAt = Math.min(until, cloud.now() + ACCESS_SECONDS * 1000)
  return {
    token_type: 'Bearer',
    access_token: writePass({ userId, until: endsAt }, 'access', cloud.keys.token),
    refresh_token: writePass({ userId, until }, 'refresh', cloud.keys.token),
    expires_in: Math.floor((endsAt - cloud.now()) / 1000),
    sub: userId,
  }
}
