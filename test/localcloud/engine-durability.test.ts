import { spawn } from 'node:child_process'
import fs, { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { Bench, refusal } from './engine-support'

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

describe('what is written and not yet on disk', () => {
  type Answer = (error: Error | null) => void
  let bench: Bench
  /** The disk's answers to the flushes that it was asked for, in order; given by hand. */
  let asked: Answer[]

  beforeEach(async () => {
    bench = new Bench()
    await bench.insert([{ _id: 'a' }, { _id: 'b' }])
    asked = []
    const answersLater = (_log: number, answer: Answer) => void asked.push(answer)
    jest.spyOn(fs, 'fdatasync').mockImplementation(answersLater as typeof fs.fdatasync)
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    for (const answer of asked) answer(null)
    await bench.stop()
  })

  const { engine, set, soon, tick } = {
    engine: () => bench.engine,
    /** Until what was asked for is written. */
    tick: () => new Promise((resolve) => setImmediate(resolve)),
    set: (_id: string, n: number, transactionId?: string) =>
      bench.engine.modify({
        ...{ collection: 'things', filter: { _id }, change: { n } },
        ...{ replace: true, upsert: false, multi: false, transactionId },
      }),
    /** Whether it is answered without the disk. */
    soon: (promise: Promise<unknown>) =>
      Promise.race([promise.then(() => true), new Promise((late) => setTimeout(() => late(false), 20))]),
  }
  const get = (_id: string, transactionId?: string) =>
    bench.engine.find({ collection: 'things', filter: { _id }, transactionId })

  it('is told to nobody: neither to its writer nor to a reader', async () => {
    const writing = set('a', 1)
    await tick()
    const reading = [bench.find({}), engine().count('things', {}), engine().aggregate('things', [])]
    for (const promise of [writing, ...reading]) expect(await soon(promise)).toBe(false)
    asked.shift()!(null)
    for (const promise of [writing, ...reading, get('a')]) expect(await soon(promise)).toBe(true)
  })

  it('is read at once in a transaction, whose end waits for it', async () => {
    const writing = [set('a', 1), bench.insert([{ _id: 'c' }])]
    await tick()
    const [readOn, other, givesUp, refused] = [0, 1, 2, 3].map(() => engine().begin())
    for (const transaction of [readOn, givesUp]) expect(await soon(get('a', transaction))).toBe(true)
    expect(await soon(get('b', other))).toBe(true)
    expect(await soon(engine().commit(other!))).toBe(true)
    const ends = [
      engine().commit(readOn!),
      engine().abort(givesUp!),
      refusal(bench.insert([{ _id: 'c' }], refused)),
    ]
    for (const promise of ends) expect(await soon(promise)).toBe(false)
    asked.shift()!(null)
    for (const promise of [...ends, ...writing]) expect(await soon(promise)).toBe(true)
    expect(await ends[2]).toBe('DUPLICATE_KEY')
  })

  it('keeps no other from writing: what comes meanwhile shares the next flush', async () => {
    const first = set('a', 1)
    expect(await soon(first)).toBe(false)
    const transaction = engine().begin()
    await set('b', 2, transaction)
    const meanwhile = [set('a', 3), engine().commit(transaction)]
    for (const promise of meanwhile) expect(await soon(promise)).toBe(false)
    expect(asked).toHaveLength(1)
    asked.shift()!(null)
    expect(await soon(first)).toBe(true)
    for (const promise of meanwhile) expect(await soon(promise)).toBe(false)
    expect(asked).toHaveLength(1)
    asked.shift()!(null)
    await Promise.all(meanwhile)
    expect(await get('a')).toEqual([{ _id: 'a', n: 3 }])
    expect(await get('b')).toEqual([{ _id: 'b', n: 2 }])
  })

  it('is refused to all who wait when the disk fails, and then nothing is served until the next start', async () => {
    const writing = refusal(set('a', 1))
    await tick()
    const transaction = engine().begin()
    await get('a', transaction)
    const [reading, later] = [refusal(bench.find({})), refusal(set('b', 1))]
    await tick()
    asked.shift()!(new Error('EIO'))
    await tick()
    const after = [
      ...[bench.find({}), set('a', 2), engine().count('things', {})],
      engine().commit(transaction),
    ].map(refusal)
    for (const answer of [writing, reading, later, ...after])
      expect(await answer).toMatch('the disk has failed')
    expect(asked).toEqual([])
    expect(() => engine().begin()).toThrow('the disk has failed')
    jest.restoreAllMocks()
    await bench.reopen({ things: { indexes: [] } })
    expect(await soon(set('a', 3))).toBe(true)
  })
})
