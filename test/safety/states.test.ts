import fc from 'fast-check'
import { askAgain, strictest } from '../../cloudfunctions/safety/rules'
import { checkOf } from '../../cloudfunctions/safety/post'
import { moved, type Who } from '../../cloudfunctions/safety/states'
import type { Check, Row } from '../../cloudfunctions/safety/store'

const now = new Date('2026-11-21T08:00:00.000Z')

const fresh: Check = checkOf(
  {
    kind: 'topic',
    documentId: `t_${'a'.repeat(22)}`,
    part: `o_${'a'.repeat(22)}`,
    communityId: 'wendeng.tianfu.pinganli',
    texts: [{ field: 'text', text: '充电' }],
    photoId: null,
  },
  { memberId: `m_${'a'.repeat(22)}`, sealed: 'sealed' },
  now.toISOString(),
)

const row = (event: Row['event']): Row => ({
  event,
  at: now.toISOString(),
  actor: 'm',
  reason: '',
  effectId: '',
  inputHash: '',
})

const saying = fc.record({
  event: fc.constantFrom<Row['event']>('pass', 'refuse', 'doubt'),
  who: fc.constantFrom<Who>('wechat', 'staff'),
})

describe('[P9][A9] what is held, whoever says what in whichever order', () => {
  it('is decided once, keeps one row for each step, and nothing that leads to its writer', () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 12 }), (sayings) => {
        let check = fresh
        for (const { event, who } of sayings) {
          const after = moved(check, who, row(event))
          const isEnd = check.state === 'passed' || check.state === 'refused'
          if (isEnd) expect(after).toBeNull()
          check = after ?? check
          expect(check.version).toBe(1 + check.timeline.length)
          if (check.state !== 'checking') expect([check.sealed, check.nextAt]).toEqual([null, null])
        }
        expect(check.timeline.length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('passes only on a word of staff, or of WeChat where nobody was in doubt', () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 12 }), (sayings) => {
        let check = fresh
        let last: Who | null = null
        for (const { event, who } of sayings) {
          const after = moved(check, who, row(event))
          if (after) [check, last] = [after, who]
        }
        const wasInDoubt = check.timeline.some(({ event }) => event === 'doubt')
        if (check.state === 'passed' && wasInDoubt) expect(last).toBe('staff')
      }),
    )
  })

  it('is asked about ten times at most, with pauses that never shrink, over some three hours', () => {
    const pauses: number[] = []
    for (let tries = 0; ; tries += 1) {
      const again = askAgain({ tries }, now)
      if (!again) break
      pauses.push((Date.parse(again.nextAt ?? '') - now.getTime()) / 60_000)
    }
    expect(pauses).toHaveLength(9)
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
    expect(pauses.reduce((sum, one) => sum + one, 0)).toBeLessThan(200)
  })

  it('of several texts the strictest verdict counts, and silence is no pass', () => {
    expect(strictest(['pass', 'down', 'risky'])).toBe('risky')
    expect(strictest(['pass', 'review', 'down'])).toBe('down')
    expect(strictest(['pass', 'review'])).toBe('review')
    expect(strictest(['pass', 'pass'])).toBe('pass')
  })
})
