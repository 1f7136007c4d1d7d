import { officesOf } from '@/features/notices/staff/offices'
import type { Me } from '@/services/session'

const pinganli = { id: 'wendeng.tianfu.pinganli', name: '平安里社区', streetName: '天福街道', phone: '' }

const withDuty = (role: Me['duties'][number]['role'], placeId: string, placeName: string): Me => ({
  ...{ name: '周敏', residency: null, deskUntil: null },
  duties: [{ role, placeId, placeName, within: null, communities: [pinganli] }],
})

describe('for whom somebody publishes', () => {
  it('for nobody without such a duty, and for no street by one of the district', () => {
    expect(officesOf(null, null)).toEqual([])
    expect(officesOf(withDuty('grid_worker', pinganli.id, '平安里社区'), pinganli)).toEqual([])
    expect(officesOf(withDuty('district_staff', 'wendeng', '文登区'), pinganli)).toEqual([])
    // A duty of the street's staff over one community alone is none over the street.
    expect(officesOf(withDuty('street_staff', pinganli.id, '平安里社区'), pinganli)).toEqual([])
  })

  it('a worker for the community, the street’s staff for the street, whoever is both for both', () => {
    const worker = withDuty('community_worker', pinganli.id, '平安里社区')
    const street = withDuty('street_staff', 'wendeng.tianfu', '天福街道')
    const [own, over] = [
      { kind: 'community', id: pinganli.id, name: '平安里社区' },
      { kind: 'street', id: 'wendeng.tianfu', name: '天福街道' },
    ]
    expect(officesOf(worker, pinganli)).toEqual([own])
    expect(officesOf(street, pinganli)).toEqual([over])
    const both = { ...worker, duties: [...worker.duties, ...street.duties] }
    expect(officesOf(both, pinganli)).toEqual([own, over])
  })
})
