import Taro from '@tarojs/taro'
import { call, maxAttempts } from '@/services/call'
import { perform } from '@/services/use-action'
import { refusal, reply, startServer, type Answer } from './support/server'

const itemId = 'i_0123456789abcdefghijkl'
const wish = { itemId, quantity: 1 }
const done = reply({ ok: true, data: { id: 'r_0123456789abcdefghijkl' } })
const busy = reply({}, 503)

let stop = async () => {}
const serve = async (...answers: Answer[]) => {
  const server = await startServer(answers)
  stop = server.stop
  return server.asked
}

beforeEach(() => {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true })
  jest.spyOn(Math, 'random').mockReturnValue(0)
  Taro.clearStorageSync()
})

afterEach(async () => {
  await stop()
  jest.restoreAllMocks()
})

describe('a call', () => {
  it('never repeats a refusal', async () => {
    const asked = await serve(refusal('SOLD_OUT'), done)
    expect(await call('points.redeem', { ...wish, requestId: 'a'.repeat(20) })).toMatchObject({
      code: 'SOLD_OUT',
    })
    expect(asked).toHaveLength(1)
  })

  it('never repeats a fault of the function', async () => {
    const asked = await serve(refusal('INTERNAL'), done)
    expect(await call('home.show', {})).toMatchObject({ ok: false, code: 'INTERNAL' })
    expect(asked).toHaveLength(1)
  })

  it('gives up after a few attempts and says that nobody knows', async () => {
    const asked = await serve('hang-up')
    expect(await call('home.show', {})).toMatchObject({ ok: false, code: 'NO_ANSWER' })
    expect(asked).toHaveLength(maxAttempts)
  })

  it('says that it is offline without asking anybody', async () => {
    const asked = await serve(done)
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true })
    expect(await call('home.show', {})).toMatchObject({ ok: false, code: 'OFFLINE' })
    expect(asked).toHaveLength(0)
  })

  it('takes a token that is refused before any function as not signed in', async () => {
    await serve(reply({ code: 'UNAUTHENTICATED', message: 'the token is not valid' }, 401))
    expect(await call('community.me', {})).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
  })

  it('repeats a broken line, a busy server and RATE_LIMITED until the answer comes', async () => {
    const asked = await serve('hang-up', busy, refusal('RATE_LIMITED'), done)
    expect(await call('points.redeem', { ...wish, requestId: 'a'.repeat(20) })).toMatchObject({ ok: true })
    expect(asked.map(({ path, action }) => `${path} ${action}`)).toEqual(
      Array<string>(4).fill('/v1/functions/points redeem'),
    )
    expect(new Set(asked.map(({ input }) => input['requestId'])).size).toBe(1)
  })
})

describe('an action', () => {
  it('asks for the same effect again when nobody knows whether it happened', async () => {
    const asked = await serve(busy, busy, busy, busy, done)
    expect(await perform('points.redeem', wish)).toMatchObject({ ok: false, code: 'NO_ANSWER' })
    expect(await perform('points.redeem', wish)).toMatchObject({ ok: true })
    expect(new Set(asked.map(({ input }) => input['requestId'])).size).toBe(1)
  })

  it('asks for another effect after a definite reply', async () => {
    const asked = await serve(refusal('SOLD_OUT'), done, done)
    for (let time = 0; time < 3; time += 1) await perform('points.redeem', wish)
    expect(new Set(asked.map(({ input }) => input['requestId'])).size).toBe(3)
  })

  it('does not take another wish for a repeat', async () => {
    const asked = await serve(busy, busy, busy, busy, done)
    await perform('points.redeem', wish)
    await perform('points.redeem', { ...wish, quantity: 2 })
    expect(asked[4]?.input['requestId']).not.toBe(asked[0]?.input['requestId'])
  })
})
