import fc from 'fast-check'
import { canonicalJson, hashOf } from '../../cloudfunctions/kit/canonical'
import { effectId, memberIdOf, randomToken } from '../../cloudfunctions/kit/ids'
import { sameText, sign } from '../../cloudfunctions/kit/keys'
import { maxAttempts, pauseBefore, retryBudgetMs } from '../../cloudfunctions/kit/retry'

const key = '0123456789abcdef0123456789abcdef'

beforeEach(() => (process.env.JINLIN_KEY = key))
afterAll(() => delete process.env.JINLIN_KEY)

describe('[P1] keys', () => {
  test.each([undefined, '', key.slice(1)])('nothing is signed with the key %j', (weak) => {
    if (weak === undefined) delete process.env.JINLIN_KEY
    else process.env.JINLIN_KEY = weak
    expect(() => sign('purpose', 'text')).toThrow('JINLIN_KEY')
  })

  it('are different for each purpose and each deployment', () => {
    const here = sign('pickup-qr', 'text').toString('hex')
    expect(sign('pickup-code', 'text').toString('hex')).not.toBe(here)
    process.env.JINLIN_KEY = key.replace('0', '1')
    expect(sign('pickup-qr', 'text').toString('hex')).not.toBe(here)
  })

  it('compare texts of any length', () => {
    expect([sameText('a', 'ab'), sameText('a', 'b'), sameText('', ''), sameText('李', '李')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

describe('[L5] the id of an effect', () => {
  it('is another one for another actor, action or request', () => {
    const ids = [
      effectId('r', 'm_1', 'redeem', 'request-1'),
      effectId('r', 'm_2', 'redeem', 'request-1'),
      effectId('r', 'm_1', 'cancelRedemption', 'request-1'),
      effectId('r', 'm_1', 'redeem', 'request-2'),
    ]
    expect(new Set(ids).size).toBe(4)
  })

  it('cannot be made the same by moving letters from one part to the next', () => {
    expect(effectId('r', 'm_1a', 'b', 'c')).not.toBe(effectId('r', 'm_1', 'ab', 'c'))
    expect(effectId('r', 'm","x', 'b', 'c')).not.toBe(effectId('r', 'm', 'x","b', 'c'))
  })

  it('is the same for the same, in the shape that the contract names', () => {
    const id = effectId('r', 'm_1', 'redeem', 'request-1')
    expect(effectId('r', 'm_1', 'redeem', 'request-1')).toBe(id)
    expect(id).toMatch(/^r_[A-Za-z0-9_-]{22}$/)
  })

  it('of a member says nothing of the openid', () => {
    expect(memberIdOf('openid-1')).toMatch(/^m_[A-Za-z0-9_-]{22}$/)
    expect(memberIdOf('openid-1')).not.toContain('openid')
    expect(new Set(Array.from({ length: 1000 }, randomToken)).size).toBe(1000)
  })
})

/** The same value with the keys of each object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, turned(field)]),
  )
}

describe('[L5] canonical JSON', () => {
  it('is one text whatever the order of keys, and says the same as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(turned(value))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('tells different values apart', () => {
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }))
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]))
    expect(hashOf({ a: undefined, b: 1 })).toBe(hashOf({ b: 1 }))
  })
})

describe('[O2] a pause before the next attempt', () => {
  it.each([0, 8, 60, 5_000])(
    'is never longer than half a second, never none, and longer on the whole each time: an attempt of %i ms',
    (tookMs) => {
      const pauses = Array.from({ length: maxAttempts }, (_, attempt) => [
        pauseBefore(attempt, 0, tookMs),
        pauseBefore(attempt, 1, tookMs),
      ])
      for (const [shortest = 0, longest = 0] of pauses) {
        expect(shortest).toBeGreaterThan(0)
        expect(shortest).toBeLessThanOrEqual(longest)
        expect(longest).toBeLessThanOrEqual(500)
      }
      const longest = pauses.map(([, last = 0]) => last)
      expect([...longest].sort((a, b) => a - b)).toEqual(longest)
      expect(longest.at(-1)).toBe(500)
    },
  )

  it('is as long as the attempt that lost, at most: whoever won is still at work before that', () => {
    expect(pauseBefore(0, 1, 60)).toBe(60)
    expect(pauseBefore(0, 0, 60)).toBe(15)
    expect(pauseBefore(1, 1, 60)).toBe(120)
  })

  it('leaves what is begun last the time that it needs', () => {
    // No attempt begins so late that the function's ten seconds cannot hold it.
    expect(retryBudgetMs + 500).toBeLessThan(8_000)
  })
})
