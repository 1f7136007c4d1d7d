import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentTypeOf } from './content-types'
import { HttpError } from './errors'

const compress = promisify(gzip)

/** Names such as `app.1f3b5d7a.js` never change their content. */
const HASHED = /[.-][0-9a-f]{8,32}\./
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/

interface Asset {
  body: Buffer
  zipped: Buffer | null
  etag: string
  modifiedAt: number
  policy: string | null
}

/** Serves the H5 build at `/`, from memory, with the content security policy that the product must bear. */
export class StaticFiles {
  private readonly assets = new Map<string, Asset>()

  constructor(private readonly directory: string) {}

  async serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const name = nameOf(pathname)
    const asset = await this.load(name)
    if (!asset) throw new HttpError(404, 'NOT_FOUND', 'no such page')
    const headers: Record<string, string | number> = {
      'content-type': contentTypeOf(name),
      'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      etag: asset.etag,
      vary: 'accept-encoding',
      ...(asset.policy ? { 'content-security-policy': asset.policy } : {}),
    }
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304, headers).end()
      return
    }
    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? asset.zipped : null
    const body = zipped ?? asset.body
    response.writeHead(200, {
      ...headers,
      'content-length': body.length,
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  private async load(name: string): Promise<Asset | null> {
    const file = join(this.directory, ...name.split('/'))
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const known = this.assets.get(name)
    if (known?.modifiedAt === found.mtimeMs) return known
    const body = await readFile(file)
    const asset: Asset = {
      body,
      zipped: COMPRESSIBLE.test(contentTypeOf(name)) ? await compress(body) : null,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      modifiedAt: found.mtimeMs,
      policy: extname(name) === '.html' ? policyFor(body.toString('utf8')) : null,
    }
    this.assets.set(name, asset)
    return asset
  }
}

/** Addresses of pages have no extension: the application itself finds the page. */
function nameOf(pathname: string): string {
  let name: string
  try {
    name = decodeURIComponent(pathname).slice(1)
  } catch {
    throw new HttpError(400, 'INVALID_PARAM', 'malformed address')
  }
  if (name.split('/').some((part) => part.startsWith('.') || part.includes('\\') || part.includes('\0'))) {
    throw new HttpError(400, 'INVALID_PARAM', 'malformed address')
  }
  return extname(name) === '' ? 'index.html' : name
}

/** Inline scripts run only when the build itself put them into the page: each is allowed by its hash. */
function policyFor(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  // Links to stored files name 127.0.0.1 also when the page was opened as localhost.
  const files = "'self' data: blob: http://127.0.0.1:*"
  return [
    "default-src 'self'",
    `script-src 'self'${hashes.join('')}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src ${files}`,
    `media-src ${files}`,
    `connect-src 'self' http://127.0.0.1:*`,
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
