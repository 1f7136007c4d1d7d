import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '../../localcloud/cloud'
import { buildFixture, endFixture, probe, startFixture } from './fixture/cloud'

const fixture = buildFixture()
let cloud: Cloud

beforeAll(async () => {
  cloud = await startFixture(fixture)
})
afterAll(() => endFixture(fixture, cloud))

const invoke = (name: string, action: string, input = {}) => cloud.invoke(name, { action, input })

describe('a call that goes wrong', () => {
  it('is ended at its time-out, even in a loop that never yields, and the next call is served', async () => {
    await expect(invoke('single', 'spin')).rejects.toMatchObject({
      status: 504,
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    })
    expect(await invoke('single', 'echo', { a: 1 })).toEqual({ a: 1 })
  })

  it('is refused when the instance leaves, and the next call is served', async () => {
    await expect(invoke('single', 'exit')).rejects.toMatchObject({ status: 502 })
    expect(await invoke('single', 'echo', { a: 1 })).toEqual({ a: 1 })
  })

  it('cannot take more memory than was declared', async () => {
    await expect(invoke('probe', 'hog')).rejects.toMatchObject({ status: 502 })
    expect(await invoke('probe', 'echo', { a: 1 })).toEqual({ a: 1 })
  })

  it('of which a forgotten promise fails costs the next call nothing', async () => {
    await invoke('single', 'leak').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await invoke('single', 'echo', { a: 1 })).toEqual({ a: 1 })
  })

  it('cannot reach the gateway as anybody else', async () => {
    expect((await probe(cloud, 'crossSecret')).error?.code).toBe('SIGN_PARAM_INVALID')
    await expect(invoke('probe', 'exit')).rejects.toMatchObject({ status: 502 })
  })

  it('is refused at once when 1,000 wait', async () => {
    const running = invoke('single', 'sleep', { ms: 100 })
    const calls = Array.from({ length: 1100 }, () =>
      invoke('single', 'echo', {}).catch((error: { status: number }) => error.status),
    )
    const refused = (await Promise.all(calls)).filter((result) => result === 429)
    await running
    expect(refused.length).toBe(100)
  })
})

describe('calls at the same time', () => {
  it('never see each other’s person: 60 on 8 instances', async () => {
    const event = { action: 'whoAmI', input: { waitMs: 20 } }
    const replies = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const identity = n % 5 === 0 ? {} : { openId: `open-${n}`, source: 'wx_client' }
        const { value } = (await cloud.invoke('probe', event, identity)) as { value: Record<string, string> }
        return { expected: identity.openId ?? '', value }
      }),
    )
    const mixed = replies.filter(
      ({ expected, value }) => value.atEntry !== expected || value.later !== expected,
    )
    expect(mixed).toEqual([])
  })

  it('wait in line for the only instance, in order', async () => {
    const order: number[] = []
    await Promise.all([1, 2, 3].map((n) => invoke('single', 'sleep', { ms: 20 }).then(() => order.push(n))))
    expect(order).toEqual([1, 2, 3])
  })
})

describe('an instance', () => {
  it('knows nothing of the machine’s environment but what SCF would give', async () => {
    process.env.OF_THE_MACHINE = 'secret'
    const { value } = await probe<Record<string, string>>(cloud, 'environment')
    expect(value).not.toHaveProperty('OF_THE_MACHINE')
    expect(value).toMatchObject({ TENCENTCLOUD_RUNENV: 'SCF', SCF_NAMESPACE: 'test-env', TZ: 'UTC' })
  })

  it('keeps nobody’s identity after a call', async () => {
    await cloud.invoke('single', { action: 'echo' }, { openId: 'open-li', source: 'wx_client' })
    const { value } = (await invoke('single', 'environment')) as { value: Record<string, string> }
    expect(Object.keys(value).filter((key) => key.startsWith('WX_'))).toEqual([])
    expect(value.TCB_SOURCE).toBe('')
  })

  it('writes its output to the log, a line each, with its name', async () => {
    await probe(cloud, 'print', { line: 'read me later' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const log = readFileSync(join(fixture.data, 'logs', 'functions.log'), 'utf8')
    expect(log).toMatch(/^\S+Z probe-\d+ read me later$/m)
    expect(log).toMatch(/single-\d+ timed out after 1 s/)
  })
})
