import { deadWords, lapseWords, refundWords } from '@/features/points/parts/refund-words'

// 20:00 in China on 30 December.
const now = Date.parse('2026-12-30T12:00:00Z')
const newYear = '2026-12-31T16:00:00.000Z'

const paid = (points: number, expiresOn = '2026-12-31') => ({
  costPoints: 30,
  refundExpires: { points, expiresOn },
  pickUpBefore: '2027-01-09T15:59:59.999Z',
})

describe('[L5] what is said of a refund', () => {
  it('is that the points come back, while they can be used and where nothing is known', () => {
    for (const one of [paid(30, '2027-12-31'), { ...paid(30), refundExpires: null }]) {
      expect(deadWords(one, newYear, now)).toBeNull()
      expect(lapseWords(one, now)).toBe('过期自动退回 30 分')
      expect(refundWords('30 分已经退回', one, newYear, now)).toBe('30 分已经退回')
    }
    // The last day itself counts.
    expect(deadWords(paid(30), '2026-12-31T15:59:59.999Z', now)).toBeNull()
  })

  it('is that they are of no use, once their day is over', () => {
    const later = now + 30 * 86_400_000
    const dead = '这 30 分 2026 年 12 月 31 日已到期，退回来也用不了'
    expect(refundWords('30 分已经退回', paid(30), newYear, later)).toBe(dead)
  })

  it('names those of them that are', () => {
    expect(refundWords('30 分已经退回', paid(10), newYear, now)).toMatch(/^30 分已经退回，其中 10 分明天/)
  })

  it('warns before of those that end before the time to pick up does', () => {
    const warned = '过期自动取消，这 30 分明天到期，退回来也用不了'
    expect(lapseWords(paid(30), now)).toBe(warned)
    expect(lapseWords({ ...paid(30), pickUpBefore: '2026-12-31T15:59:59.999Z' }, now)).toBe(warned)
    expect(lapseWords({ ...paid(30), pickUpBefore: '2026-12-30T15:59:59.999Z' }, now)).toBe(
      '过期自动退回 30 分',
    )
  })
})
