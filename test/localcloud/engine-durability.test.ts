import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { Bench } from './engine-support'

const ROUNDS = 5
/** Inside the checkout, so that the child finds the SQLite driver. */
const folder = join(__dirname, '../../.cache/engine-durability')
const script = join(folder, `${process.pid}.js`)

describe('a process killed while it writes', () => {
  const collections = { things: { indexes: [{ name: 'by_n', fields: [['n', 1]] as [string, 1][] }] } }
  const bench = new Bench(collections)

  beforeAll(() => {
    mkdirSync(folder, { recursive: true })
    buildSync({
      entryPoints: [join(__dirname, 'fixture/engine-writer.ts')],
      bundle: true,
      platform: 'node',
      external: ['libsql'],
      outfile: script,
    })
  })

  afterAll(async () => {
    await bench.stop()
    rmSync(script)
  })

  it('has lost nothing that it acknowledged, and nothing by halves', async () => {
    await bench.engine.close()
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await writeAndKill(String(round), 300 + round * 60)))
    }
    await bench.reopen(collections)
    expect(acknowledged.length).toBeGreaterThan(100)
    const ids = new Set<string>()
    for (let after = ''; ;) {
      const page = await bench.find({ _id: { $gt: after } }, { sort: [['_id', 1]], limit: 1000 })
      page.forEach(({ _id }) => ids.add(_id))
      if (page.length < 1000) break
      after = page.at(-1)?._id ?? ''
    }
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    const halves = [...ids].filter((id) => Number(id.split('-')[1]) % 3 === 0 && !ids.has(twin(id)))
    expect(halves).toEqual([])
    expect(await bench.engine.count('things', { n: { $gte: 0 } })).toBe(ids.size)
  })

  const twin = (id: string): string => (id.endsWith('-twin') ? id.slice(0, -5) : `${id}-twin`)

  function writeAndKill(round: string, ms: number): Promise<string[]> {
    const child = spawn(process.execPath, [script, bench.directory, round], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), ms)
      output += chunk.toString()
    })
    // The last line may have been cut off by the kill: without its end it was not acknowledged.
    return new Promise((resolve) => child.on('close', () => resolve(output.split('\n').slice(0, -1))))
  }
})
