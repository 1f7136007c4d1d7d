import { askedOf, faultsOf, newDraft } from '@/features/exports/draft'

const full = (reason: string) => ({ ...newDraft(Date.parse('2026-11-28T04:00:00.000Z')), full: true, reason })

describe('[P7] an export in full, as it is asked for', () => {
  it('is not without a reason', () => {
    expect(faultsOf(full(' \t\n'))).toHaveProperty('reason')
  })

  it('has what was pasted as a reason in one line', () => {
    expect(askedOf(full('疫苗接种\t通知\n到户 '))).toMatchObject({ unmaskedBecause: '疫苗接种 通知 到户' })
  })
})
