import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One connection of the `pg` package. */
export interface Client {
  connect(): Promise<void>
  query(query: string | { name?: string; text: string; values?: unknown[] }): Promise<{ rows: unknown[] }>
  end(): Promise<void>
}

export interface Postgres {
  version: string
  connect(): Promise<Client>
  stop(): Promise<void>
}

/**
 * A cluster of its own in a temporary folder, on loopback, durable, with room to work in memory.
 * @param peerFolder where the `pg` package is installed
 * @returns null when PostgreSQL is not on this machine
 */
export async function startPostgres(peerFolder: string): Promise<Postgres | null> {
  const bin = findBin()
  if (!bin) return null
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-postgres-'))
  const user = unprivileged()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'bench', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    {
      ...user,
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(port, folder)], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  const { Client } = createRequire(join(peerFolder, 'package.json'))('pg') as {
    Client: new (options: object) => Client
  }
  const connect = async () => {
    const client = new Client({ host: '127.0.0.1', port, user: 'bench', database: 'postgres' })
    await client.connect()
    return client
  }
  await untilUp(connect)
  const version = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim()
  return { version, connect, stop: () => stop(server, folder) }
}

/** Durable on commit, as the default is; memory and checkpoints so that neither is in the way. */
const settings = (port: number, folder: string): string[] =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'on',
    synchronous_commit: 'on',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '30min',
    wal_compression: 'on',
    autovacuum_naptime: '10s',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

function findBin(): string | null {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions) ? readdirSync(versions).map((one) => join(versions, one, 'bin')) : []
  const folders = [...(process.env.PATH ?? '').split(':'), ...installed.sort().reverse()]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  )
}

/** PostgreSQL does not run as root: then as the user that its package made, or as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout))
    if (ids.every((id) => id > 0)) return { uid: ids[0]!, gid: ids[1]! }
  }
  return undefined
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

async function untilUp(connect: () => Promise<Client>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (await connect()).end()
    } catch (error) {
      if (attempt === 100) throw error
    }
    await new Promise((later) => setTimeout(later, 200))
  }
}

/** SIGQUIT: at once; the data are thrown away. */
async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  if (server.exitCode === null) {
    server.kill('SIGQUIT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}
