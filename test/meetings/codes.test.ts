import { readCode, stepsFrom } from '../../cloudfunctions/meetings/codes'

const key = '0123456789abcdef0123456789abcdef'
const meeting = `t_${'a'.repeat(22)}`
const other = `t_${'b'.repeat(22)}`
const mine = `s_${'c'.repeat(22)}`
const now = new Date('2026-11-21T08:00:10.000Z')
const atStep = (step: number) => new Date(now.getTime() + step * 30_000)
const hostQr = (step = 0, id = meeting) => stepsFrom('host', id, id, atStep(step))[0]?.qr ?? ''
/** A code without the link around it. */
const bare = (qr: string) => qr.split('code=')[1] ?? ''
const memberQr = (step = 0) => stepsFrom('member', meeting, mine, atStep(step))[0]?.qr ?? ''

beforeEach(() => (process.env.JINLIN_KEY = key))
afterAll(() => delete process.env.JINLIN_KEY)

describe('[M5] a check-in code is refused', () => {
  test.each([-120, -2, 1, 2, 120])('of step %i', (step) => {
    expect(readCode('host', hostQr(step), now)).toBe('CHECK_IN_CODE_OUTDATED')
    expect(readCode('member', memberQr(step), now)).toBe('CHECK_IN_CODE_OUTDATED')
  })

  it('with any one bit of it changed', () => {
    for (const good of [hostQr(), memberQr()].map((qr) => Buffer.from(bare(qr))))
      for (let position = 0; position < good.length; position += 1) {
        const altered = Buffer.from(good)
        altered[position] = (altered[position] ?? 0) ^ 1
        const kind = good.equals(Buffer.from(bare(hostQr()))) ? 'host' : 'member'
        expect(readCode(kind, altered.toString('latin1'), now)).toBe('CHECK_IN_CODE_WRONG')
      }
  })

  it('with the signature of another meeting, another step or the other kind', () => {
    const signature = hostQr(0, other).split('.').at(-1)
    expect(readCode('host', hostQr().replace(/[^.]+$/, signature ?? ''), now)).toBe('CHECK_IN_CODE_WRONG')
    const moved = hostQr().replace(/\.(\d+)\./, (_, step: string) => `.${Number(step) + 1}.`)
    expect(readCode('host', moved, atStep(1))).toBe('CHECK_IN_CODE_WRONG')
    expect(readCode('member', hostQr(), now)).toBe('CHECK_IN_CODE_WRONG')
    expect(readCode('host', memberQr(), now)).toBe('CHECK_IN_CODE_WRONG')
  })

  it('signed with another key', () => {
    process.env.JINLIN_KEY = key.replace('0', 'x')
    const foreign = hostQr()
    process.env.JINLIN_KEY = key
    expect(readCode('host', foreign, now)).toBe('CHECK_IN_CODE_WRONG')
  })

  test.each(['', 'JL1.none.1.none', 'https://example.com?code=', 'https://example.com?code=a.b.1.x'])(
    'as %j',
    (text) => {
      expect(readCode('host', text, now)).toBe('CHECK_IN_CODE_WRONG')
    },
  )
})

describe('[M5] a check-in code is good', () => {
  it('in its own step and in the one after it, and says whose it is', () => {
    for (const step of [0, -1]) {
      expect(readCode('host', hostQr(step), now)).toEqual({ meetingId: meeting, subject: meeting })
      expect(readCode('member', memberQr(step), now)).toEqual({ meetingId: meeting, subject: mine })
    }
  })

  it('whatever stands around it: the address, the path, or nothing', () => {
    process.env.JINLIN_LINKS = 'https://example.com/app/'
    const link = hostQr()
    delete process.env.JINLIN_LINKS
    expect(link).toMatch(/^https:\/\/example\.com\/app\/#\/features\/meetings\/check-in\?code=/)
    expect(hostQr()).toMatch(/^JL2:features\/meetings\/check-in\?code=/)
    expect(memberQr()).toMatch(`JL2:features/meetings/host?id=${meeting}&code=`)
    const moved = link.replace('example.com', 'example.org')
    for (const text of [link, moved, bare(link), `/features/meetings/check-in?q=1&code=${bare(link)}`])
      expect(readCode('host', text, now)).toEqual({ meetingId: meeting, subject: meeting })
  })

  it('for two minutes ahead, one step after the other without a gap', () => {
    const steps = stepsFrom('host', meeting, meeting, now)
    expect(steps).toHaveLength(4)
    expect(steps.slice(1).map(({ validFrom }) => validFrom)).toEqual(
      steps.slice(0, -1).map(({ validUntil }) => validUntil),
    )
    for (const { qr, validFrom } of steps)
      expect(readCode('host', qr, new Date(validFrom))).toMatchObject({ meetingId: meeting })
  })
})
