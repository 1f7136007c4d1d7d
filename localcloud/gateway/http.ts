import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpError } from './errors'

/** CloudBase's bound on an event and on a reply, in bytes. */
export const MAX_EVENT_BYTES = 6 * 1024 * 1024

/** So much of an oversized body is read and dropped, so that the sender gets the refusal and no reset. */
const DRAIN_FACTOR = 4

/** Reads a request's body. @throws HttpError 413 when it is longer than `maxBytes` */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tooLarge = () => new HttpError(413, 'EXCEED_MAX_PAYLOAD_SIZE', `the body is over ${maxBytes} bytes`)
    let chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      else chunks = []
      if (size > maxBytes * DRAIN_FACTOR) reject(tooLarge())
    })
    request.on('end', () => (size > maxBytes ? reject(tooLarge()) : resolve(joined(chunks))))
    request.on('error', reject)
    request.on('close', () => {
      // An error is dear (its stack): none is made for the many requests that end well.
      if (!request.complete) reject(new HttpError(400, 'INVALID_PARAM', 'the request was broken off'))
    })
  })
}

/** Most bodies come in one piece: that one is not copied. */
const joined = ([first, ...others]: Buffer[]): Buffer =>
  first && others.length === 0 ? first : Buffer.concat(first ? [first, ...others] : [])

/** @throws HttpError 400 for what is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new HttpError(400, 'INVALID_PARAM', 'the body is no JSON')
  }
}

/**
 * Replies with JSON; `body` is a value, or text that is JSON already. It is ended with a string and not with bytes:
 * then Node writes head and body in one piece, which doubled the requests a second.
 */
export function sendJson(response: ServerResponse, status: number, body: unknown, isText = false): void {
  const text = isText ? (body as string) : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}

/** Replies with an error as the platform does; what was not read of the body is dropped with the connection. */
export function sendError(request: IncomingMessage, response: ServerResponse, error: HttpError): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (!request.complete) response.setHeader('connection', 'close')
  sendJson(response, error.status, { code: error.code, message: error.message })
}
