import type { IncomingMessage, ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import type { CloudContext } from '../context'
import { checkPath } from '../storage'
import { contentTypeOf } from './content-types'
import { HttpError } from './errors'

/** Largest file that the local cloud takes, in bytes. */
const MAX_FILE_BYTES = 50 * 1024 * 1024

/** `PUT`, `GET` and `HEAD /storage/<path>`: what COS does for CloudBase. Errors are XML, as the SDK expects. */
export async function serveFiles(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const path = decodePath(url.pathname.slice('/storage/'.length))
    if (request.method === 'PUT') await receive(cloud, request, response, path)
    else if (request.method === 'GET' || request.method === 'HEAD')
      await deliver(cloud, request, response, url, path)
    else throw new HttpError(405, 'MethodNotAllowed', 'PUT, GET or HEAD')
  } catch (error) {
    sendXmlError(request, response, error instanceof HttpError ? error : undefined, cloud)
    if (!(error instanceof HttpError)) cloud.log(`storage ${String(error)}`)
  }
}

async function receive(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  if (!cloud.storage.mayWrite(path, request.headers.authorization ?? '')) {
    throw new HttpError(403, 'AccessDenied', 'the upload ticket is not valid for this path, or has expired')
  }
  let size = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > MAX_FILE_BYTES) done(new HttpError(413, 'EntityTooLarge', `over ${MAX_FILE_BYTES} bytes`))
      else done(null, chunk)
    },
  })
  request.on('error', (error) => limit.destroy(error))
  await cloud.storage.write(path, request.pipe(limit))
  response.writeHead(200, { 'content-length': 0 }).end()
}

async function deliver(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
): Promise<void> {
  const { searchParams } = url
  if (!cloud.storage.mayRead(path, searchParams.get('t') ?? '', searchParams.get('sign') ?? '')) {
    throw new HttpError(403, 'AccessDenied', 'the link is not valid, or has expired')
  }
  const file = await cloud.storage.read(path)
  if (!file) throw new HttpError(404, 'NoSuchKey', 'no such file')
  response.writeHead(200, {
    'content-type': contentTypeOf(path),
    'content-length': file.size,
    'cache-control': 'private, max-age=600',
    'x-content-type-options': 'nosniff',
    // A file that somebody uploaded must never act with the application's rights.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  })
  if (request.method === 'HEAD') response.end()
  else
    file
      .stream()
      .on('error', () => response.destroy())
      .pipe(response)
}

function decodePath(encoded: string): string {
  try {
    return checkPath(decodeURIComponent(encoded))
  } catch {
    throw new HttpError(400, 'InvalidURI', 'this path cannot be used for a file')
  }
}

function sendXmlError(
  request: IncomingMessage,
  response: ServerResponse,
  error: HttpError | undefined,
  cloud: CloudContext,
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const id = cloud.nextRequestId()
  const [code, message] = [error?.code ?? 'InternalError', error?.message ?? 'the file cannot be kept']
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><Resource>/</Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`
  if (!request.complete) response.setHeader('connection', 'close')
  response.writeHead(error?.status ?? 500, { 'content-type': 'application/xml' })
  response.end(body)
}
