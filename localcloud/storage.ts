import { createHmac, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sameText } from './auth'
import { syncDirectory } from './files'
import { GatewayError } from './gateway/errors'

/** How long an upload may be started after its ticket was made. */
const TICKET_MS = 15 * 60_000
/** Longest path that COS takes, in bytes of UTF-8. */
const MAX_PATH_BYTES = 850
const MAX_SEGMENT_BYTES = 240

/** What is needed to keep files. */
export interface StorageOptions {
  directory: string
  envId: string
  key: string
  /** Address of the cloud, e.g. `http://127.0.0.1:8620`; known once it listens. */
  url: () => string
  now: () => number
}

/** Keeps uploaded files under `<data>/storage/<path>`, as COS does for CloudBase. */
export class Storage {
  private readonly prefix: string

  constructor(private readonly options: StorageOptions) {
    this.prefix = `cloud://${options.envId}.local-bucket/`
  }

  /** What the SDK needs to send a file with PUT. */
  uploadTicket(path: string): Record<string, string> {
    const checked = checkPath(path)
    const expires = this.options.now() + TICKET_MS
    const id = this.prefix + checked
    const url = `${this.options.url()}/storage/${encodePath(checked)}`
    const authorization = `${expires}-${this.sign('put', checked, expires)}`
    return { url, token: 'local', authorization, fileId: id, cosFileId: `local-${expires}` }
  }

  /** A link of its own that dies after `seconds`. The path in it is not percent-encoded: the SDK does that. */
  async link(id: string, seconds: number): Promise<Record<string, unknown>> {
    const path = this.pathOf(id)
    const found = path === null ? null : await sizeOf(this.fileOf(path))
    if (path === null || found === null) {
      return { fileID: id, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST', maxAge: 0 }
    }
    const expires = this.options.now() + seconds * 1000
    const query = `t=${expires}&sign=${this.sign('get', path, expires)}`
    const tempFileURL = `${this.options.url()}/storage/${path}?${query}`
    return { fileID: id, tempFileURL, download_url: tempFileURL, code: 'SUCCESS', maxAge: seconds }
  }

  async remove(id: string): Promise<Record<string, string>> {
    const path = this.pathOf(id)
    if (path === null || (await sizeOf(this.fileOf(path))) === null) {
      return { fileID: id, code: 'STORAGE_FILE_NONEXIST' }
    }
    await rm(this.fileOf(path))
    return { fileID: id, code: 'SUCCESS' }
  }

  /** Whether an upload may go to `path` with what its ticket said. */
  mayWrite(path: string, authorization: string): boolean {
    const [expires = '', signature = ''] = authorization.split('-')
    return this.isValid('put', path, expires, signature)
  }

  /** Whether a link is genuine and still alive. */
  mayRead(path: string, expires: string, signature: string): boolean {
    return this.isValid('get', path, expires, signature)
  }

  /** Keeps a file; it is there, whole and on disk, when this resolves. */
  async write(path: string, content: Readable): Promise<void> {
    const file = this.fileOf(checkPath(path))
    const draft = join(this.options.directory, `.${randomUUID()}`)
    await mkdir(dirname(file), { recursive: true })
    try {
      await pipeline(content, createWriteStream(draft))
      const handle = await open(draft, 'r+')
      await handle.sync()
      await handle.close()
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    syncDirectory(dirname(file))
  }

  /** @returns null when there is no such file */
  async read(path: string): Promise<{ size: number; stream: () => ReadStream } | null> {
    const file = this.fileOf(checkPath(path))
    const size = await sizeOf(file)
    return size === null ? null : { size, stream: () => createReadStream(file) }
  }

  private pathOf(id: string): string | null {
    return id.startsWith(this.prefix) ? checkPath(id.slice(this.prefix.length)) : null
  }

  private fileOf(path: string): string {
    return join(this.options.directory, ...path.split('/'))
  }

  private isValid(verb: 'get' | 'put', path: string, expires: string, signature: string): boolean {
    const at = Number(expires)
    return at >= this.options.now() && sameText(signature, this.sign(verb, path, at))
  }

  private sign(verb: 'get' | 'put', path: string, expires: number): string {
    return createHmac('sha256', this.options.key).update(`${verb}\n${path}\n${expires}`).digest('hex')
  }
}

/**
 * Refuses what could leave the folder or be read in two ways. Names that begin with a dot are kept for drafts.
 * @throws GatewayError INVALID_PARAM
 */
export function checkPath(path: string): string {
  const segments = path.split('/')
  const good =
    Buffer.byteLength(path) <= MAX_PATH_BYTES &&
    !/[\p{Cc}\\?#%:*"<>|]/u.test(path) &&
    segments.every(
      (name) => name !== '' && !name.startsWith('.') && Buffer.byteLength(name) <= MAX_SEGMENT_BYTES,
    )
  if (!good) throw new GatewayError('INVALID_PARAM', 'this path cannot be used for a file')
  return path
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? found.size : null
}
