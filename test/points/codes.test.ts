import { codeOf, digitsOf, readQr, stepsFrom } from '../../cloudfunctions/points/codes'

const key = '0123456789abcdef0123456789abcdef'
const mine = `r_${'a'.repeat(22)}`
const other = `r_${'b'.repeat(22)}`
const now = new Date('2026-11-21T08:00:10.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const qrAt = (id: string, at = now) => stepsFrom(id, at)[0]?.qr ?? ''

beforeEach(() => (process.env.JINLIN_KEY = key))
afterAll(() => delete process.env.JINLIN_KEY)

describe('[L5] a scanned code is refused', () => {
  test.each([
    ['two steps old', qrAtStep(-2), 'CODE_OUTDATED'],
    ['a step ahead', qrAtStep(1), 'CODE_OUTDATED'],
    ['two steps ahead', qrAtStep(2), 'CODE_OUTDATED'],
    ['an hour old', qrAtStep(-120), 'CODE_OUTDATED'],
  ])('%s', (_story, qr, expected) => {
    expect(readQr(qr(), now)).toBe(expected)
  })

  it('with any one bit of it changed', () => {
    const good = Buffer.from(qrAt(mine))
    for (let position = 0; position < good.length; position += 1) {
      const altered = Buffer.from(good)
      altered[position] = (altered[position] ?? 0) ^ 1
      const read = readQr(altered.toString('latin1'), now)
      // A changed prefix makes it no code of ours at all; then it counts as digits and is refused as such.
      expect(read === null || typeof read === 'string').toBe(true)
    }
  })

  it('with the signature of another redemption, or of another step', () => {
    const [head, , step] = qrAt(mine).split('.')
    const signature = qrAt(other).split('.')[3]
    expect(readQr([head, mine, step, signature].join('.'), now)).toBe('CODE_WRONG')
    const [, , , own] = qrAt(mine).split('.')
    expect(readQr([head, mine, Number(step) + 1, own].join('.'), later(30))).toBe('CODE_WRONG')
  })

  it('signed with another key', () => {
    process.env.JINLIN_KEY = key.replace('0', 'x')
    const foreign = qrAt(mine)
    process.env.JINLIN_KEY = key
    expect(readQr(foreign, now)).toBe('CODE_WRONG')
  })

  test.each(['JL1', 'JL1.', `JL1.${mine}`, `JL1.${mine}.x.y`, `JL1.${mine}.-1.y`, 'JL1.....'])(
    'as a torn %j',
    (text) => {
      expect(readQr(text, now)).toBe('CODE_WRONG')
    },
  )

  it('with something behind it', () => expect(readQr(`${qrAt(mine)}.x`, now)).toBe('CODE_WRONG'))

  it('and is none when it is no code of ours', () => {
    expect([readQr('12345678', now), readQr('', now), readQr('https://example.com', now)]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('[L5] a scanned code is good', () => {
  it('in its own step and in the one after it', () => {
    const qr = qrAt(mine)
    expect(readQr(qr, now)).toEqual({ redemptionId: mine })
    expect(readQr(qr, later(30))).toEqual({ redemptionId: mine })
    expect(readQr(qr, later(60))).toBe('CODE_OUTDATED')
  })

  it('for two minutes ahead, one step after the other without a gap', () => {
    const steps = stepsFrom(mine, now)
    expect(steps).toHaveLength(4)
    expect(steps.slice(1).map(({ validFrom }) => validFrom)).toEqual(
      steps.slice(0, -1).map(({ validUntil }) => validUntil),
    )
    for (const { qr, validFrom } of steps)
      expect(readQr(qr, new Date(validFrom))).toEqual({ redemptionId: mine })
    expect(steps[0]!.validFrom <= now.toISOString() && now.toISOString() < steps[0]!.validUntil).toBe(true)
  })
})

describe('[L5] the digits', () => {
  it('are eight, fixed, and others for another redemption or salt', () => {
    expect(digitsOf(mine, 0)).toMatch(/^\d{8}$/)
    expect(digitsOf(mine, 0)).toBe(digitsOf(mine, 0))
    expect(new Set([digitsOf(mine, 0), digitsOf(mine, 1), digitsOf(other, 0)]).size).toBe(3)
  })

  it('are stored so that they say nothing, and differ in each community', () => {
    const here = codeOf('a1.b2.c3', '12345678')
    expect(here).not.toContain('12345678')
    expect(codeOf('a1.b2.c4', '12345678').split(':')[1]).not.toBe(here.split(':')[1])
  })
})

/** Made at the test's own time: the key is set only then. */
function qrAtStep(step: number): () => string {
  return () => qrAt(mine, later(step * 30))
}
