import { join } from 'node:path'
import { FunctionPool } from '../../localcloud/pool/pool'
import { freshThreads } from '../../localcloud/pool/thread'
import { workerFile } from '../support/hosted-cloud'
import { buildFixture, endFixture } from './fixture/cloud'

const fixture = buildFixture()
const problems: string[] = []
const pools: FunctionPool[] = []

afterEach(() => pools.splice(0).forEach((pool) => pool.stop()))
afterAll(() => endFixture(fixture, undefined))

const poolOf = (bundle: string, provisioned: number) => {
  const definition = {
    bundle,
    timeoutSeconds: 5,
    memoryMb: 128,
    maxInstances: 2,
    clientCallable: true,
    timers: [],
  }
  const pool = new FunctionPool({
    name: 'probe',
    definition: { ...definition, provisioned },
    bundle: join(fixture.folder, bundle),
    threads: freshThreads,
    workerFile,
    environmentOf: () => ({}),
    context: {},
    clockSkewMs: () => 0,
    onLine: () => undefined,
    onProblem: (_id, line) => problems.push(line),
    onStart: () => undefined,
    onEnd: () => undefined,
  })
  pools.push(pool)
  return pool
}

it('a bundle that does not load is tried once for each provisioned instance, and reported', async () => {
  const pool = poolOf('broken.js', 2)
  await pool.provision()
  expect(pool.size).toBe(0)
  expect(problems).toHaveLength(2)
})

it('without provisioning nothing is started before the first call', async () => {
  const pool = poolOf('probe.js', 0)
  await pool.provision()
  expect(pool.size).toBe(0)
})

it('provisioned instances are ready before the first call, at most as many as there may be', async () => {
  const pool = poolOf('probe.js', 5)
  await pool.provision()
  expect(pool.size).toBe(2)
})
