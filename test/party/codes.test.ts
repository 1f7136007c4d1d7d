import { readCode, stepsFrom, type CodeKind } from '../../cloudfunctions/party/codes'

const key = '0123456789abcdef0123456789abcdef'
const activity = `v_${'a'.repeat(22)}`
const other = `v_${'b'.repeat(22)}`
const now = new Date('2026-12-10T01:00:10.000Z')
const atStep = (step: number) => new Date(now.getTime() + step * 30_000)
const qrOf = (kind: CodeKind, step = 0, id = activity) => stepsFrom(kind, id, atStep(step))[0]?.qr ?? ''
const bare = (qr: string) => qr.split('code=')[1] ?? ''

beforeEach(() => {
  process.env.JINLIN_KEY = key
  process.env.JINLIN_LINKS = 'https://example.org'
})
afterAll(() => {
  delete process.env.JINLIN_KEY
  delete process.env.JINLIN_LINKS
})

describe.each(['in', 'out'] as const)('[D5] the code to go %s is refused', (kind) => {
  test.each([-120, -2, 1, 2, 120])('of step %i', (step) =>
    expect(readCode(kind, qrOf(kind, step), now)).toBe('CHECK_IN_CODE_OUTDATED'),
  )

  it('with any one bit of it changed', () => {
    const good = Buffer.from(bare(qrOf(kind)))
    for (let position = 0; position < good.length; position += 1) {
      const altered = Buffer.from(good)
      altered[position] = (altered[position] ?? 0) ^ 1
      expect(readCode(kind, altered.toString('latin1'), now)).toBe('CHECK_IN_CODE_WRONG')
    }
  })

  it('of the other kind, also when it is called by this one’s name', () => {
    const wrong = qrOf(kind === 'in' ? 'out' : 'in')
    expect(readCode(kind, wrong, now)).toBe('CHECK_IN_CODE_WRONG')
    expect(readCode(kind, bare(wrong).replace(/^\w+/, kind), now)).toBe('CHECK_IN_CODE_WRONG')
  })

  it('with the signature of another activity or another step', () => {
    const signature =
      bare(qrOf(kind, 0, other))
        .split('.')
        .at(-1) ?? ''
    expect(readCode(kind, bare(qrOf(kind)).replace(/[^.]+$/, signature), now)).toBe('CHECK_IN_CODE_WRONG')
    const moved = bare(qrOf(kind)).replace(/\.(\d+)\./, (_, step: string) => `.${Number(step) + 1}.`)
    expect(readCode(kind, moved, atStep(1))).toBe('CHECK_IN_CODE_WRONG')
  })

  it('signed with another key', () => {
    process.env.JINLIN_KEY = key.replace('0', 'x')
    const foreign = qrOf(kind)
    process.env.JINLIN_KEY = key
    expect(readCode(kind, foreign, now)).toBe('CHECK_IN_CODE_WRONG')
  })
})

describe('[D5] the code of an activity is good', () => {
  it('in its own step and the one after, whatever stands around it', () => {
    for (const kind of ['in', 'out'] as const)
      for (const step of [0, -1]) {
        const link = qrOf(kind, step)
        expect(link).toMatch(`https://example.org/#/features/party/check-in?code=${kind}.${activity}.`)
        for (const text of [link, link.replace('example.org', 'elsewhere.test:8'), bare(link)])
          expect(readCode(kind, text, now)).toEqual({ activityId: activity })
      }
  })

  it('for two minutes ahead, one step after the other without a gap', () => {
    const steps = stepsFrom('in', activity, now)
    expect(steps).toHaveLength(4)
    expect(steps.slice(1).map(({ validFrom }) => validFrom)).toEqual(
      steps.slice(0, -1).map(({ validUntil }) => validUntil),
    )
  })
})
