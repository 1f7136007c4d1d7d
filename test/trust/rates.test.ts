import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'

let cloud: TestCloud
let li: Caller
let wang: Caller

/** Ten calls at once, and then one in a hundred seconds: so slow that no machine is too slow for the story. */
beforeAll(async () => {
  cloud = await startTestCloud({ environment: { JINLIN_RATE: '0.01/10' } })
  ;[li, wang] = [await cloud.resident('li'), await cloud.resident('wang')]
})

const codesOf = async (who: Caller, action: string, calls: number): Promise<string[]> => {
  const codes: string[] = []
  for (let index = 0; index < calls; index += 1) {
    const { ok, code = '?' } = await who.send(action, {})
    codes.push(ok ? 'ok' : code)
  }
  return codes
}

describe('[P7] whoever asks again and again', () => {
  test('is refused, and nobody else is', async () => {
    // There may be more than one instance, each with a bucket of its own.
    const codes = await codesOf(li, 'inbox.messages', 60)
    expect(new Set(codes)).toEqual(new Set(['ok', 'RATE_LIMITED']))
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('ok'))
    expect(codes.at(-1)).toBe('RATE_LIMITED')
    expect(await wang.send('inbox.messages', {})).toMatchObject({ ok: true })
  })

  test('costs no round trip when refused', async () => {
    await codesOf(li, 'affairs.mine', 60)
    const refused = await li.send('affairs.mine', {})
    expect(refused).toMatchObject({ code: 'RATE_LIMITED' })
    expect(refused).not.toHaveProperty('detail')
    expect(cloud.stats.lastCall('affairs')?.databaseCalls ?? 0).toBe(0)
  })

  test('what costs more is refused sooner, and what is wrong is counted as well', async () => {
    const codes: string[] = []
    for (let index = 0; index < 40; index += 1)
      codes.push((await wang.send('affairs.uploadPhoto', { photo: 7 })).code ?? 'ok')
    expect(codes.slice(0, 3)).toEqual(Array(3).fill('INVALID_INPUT'))
    expect(codes.at(-1)).toBe('RATE_LIMITED')
    expect(codes.filter((code) => code === 'INVALID_INPUT').length).toBeLessThanOrEqual(4 * 6)
  })

  test('timers, and those without a log-in, are not counted: nobody is refused for what others do', async () => {
    for (let index = 0; index < 30; index += 1)
      expect(await cloud.guest().send('community.communities', {})).toMatchObject({ ok: true })
    for (let index = 0; index < 15; index += 1)
      expect(await cloud.timer('sweepReservations')).toMatchObject({ ok: true })
  })
})
