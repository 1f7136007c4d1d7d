import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Cloud } from '../../localcloud/cloud'
import { keptThreads } from '../../localcloud/pool/thread'
import { workerFile } from '../support/hosted-cloud'
import { buildFixture, endFixture, probe, startFixture } from './fixture/cloud'

const fixture = buildFixture()
const threads = { ...keptThreads(2), taken: [] as unknown[] }
const counting = {
  leave: threads.leave,
  take: (spec: Parameters<typeof threads.take>[0]) => {
    const thread = threads.take(spec)
    threads.taken.push(thread)
    return thread
  },
}
let cloud: Cloud | undefined

const start = async (environment: Record<string, string> = {}) =>
  (cloud = await startFixture(fixture, { threads: counting, environment }))

beforeEach(() => void threads.taken.splice(0))
afterEach(() => cloud?.stop())
afterAll(() => endFixture(fixture, cloud))

describe('a thread that is kept', () => {
  it('runs the bundle anew for the next cloud’s instance: nothing is remembered, and its environment is another', async () => {
    const first = await start({ OF_THE_FIRST: 'yes' })
    expect((await probe(first, 'timesAsked')).value).toBe(1)
    expect((await probe(first, 'timesAsked')).value).toBe(2)
    await first.stop()
    const second = await start({ OF_THE_SECOND: 'yes' })
    expect((await probe(second, 'timesAsked')).value).toBe(1)
    const { value } = await probe<Record<string, string>>(second, 'environment')
    expect(value).toMatchObject({ OF_THE_SECOND: 'yes' })
    expect(value).not.toHaveProperty('OF_THE_FIRST')
    expect(threads.taken).toHaveLength(2)
    expect(threads.taken[1]).toBe(threads.taken[0])
  })

  it('speaks to the database of the cloud that it is in', async () => {
    const first = await start()
    await probe(first, 'set', { id: 'one', data: { n: 1 } })
    await first.stop()
    const dataDirectory = join(fixture.folder, 'second')
    cloud = await startFixture(fixture, { threads: counting, dataDirectory })
    expect((await probe<{ data: unknown[] }>(cloud, 'get', { id: 'one' })).value.data).toEqual([])
    expect(threads.taken[1]).toBe(threads.taken[0])
  })

  it('is not kept after a crash, nor while a call runs', async () => {
    const first = await start()
    await expect(probe(first, 'exit')).rejects.toMatchObject({ status: 502 })
    const running = probe(first, 'sleep', { ms: 5_000 }).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await first.stop()
    await running
    const second = await start()
    await probe(second, 'echo')
    const [crashed, busy, next] = threads.taken
    expect(next).not.toBe(crashed)
    expect(next).not.toBe(busy)
  })

  it('keeps no process from ending', () => {
    const program = `
      const { startCloud, keptThreads } = require(${JSON.stringify(join(__dirname, '../../dist/localcloud/cloud.js'))})
      const options = ${JSON.stringify({
        manifestFile: join(fixture.folder, 'cloud.json'),
        dataDirectory: join(fixture.folder, 'other'),
        workerFile,
      })}
      startCloud({ ...options, threads: keptThreads(2) }).then(async (cloud) => {
        console.log(await cloud.invoke('probe', { action: 'timesAsked' }))
        await cloud.stop()
      })`
    const said = execFileSync(process.execPath, ['-e', program], { timeout: 20_000, encoding: 'utf8' })
    expect(said).toContain('value: 1')
  })
})
