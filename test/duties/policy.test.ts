import { roles, type Role } from '@contract/access'
import {
  isOneself,
  looksAfter,
  mayGive,
  needsApproval,
  operatorHand,
  whyNotApprove,
  whyNotConfirm,
  whyNotRevoke,
  type Hand,
  type Held,
} from '../../cloudfunctions/duties/policy'

const places = [
  'wendeng',
  'huancui',
  'wendeng.tianfu',
  'wendeng.longshan',
  'wendeng.tianfu.pinganli',
  'wendeng.tianfu.liulin',
  'wendeng.longshan.beishan',
] as const

const hand = (role: Role, placeId: string): Hand => ({ id: `m_${role}`, duties: [{ role, placeId }] })

/** Everybody whom a deployment knows, each by the one duty that they have. */
const hands: Record<string, Hand> = {
  secretary: hand('community_lead', 'wendeng.tianfu.pinganli'),
  street: hand('street_staff', 'wendeng.tianfu'),
  district: hand('district_staff', 'wendeng'),
  operator: operatorHand('李工'),
  worker: hand('community_worker', 'wendeng.tianfu.pinganli'),
  steward: hand('service_steward', 'wendeng.tianfu.pinganli'),
  grid: hand('grid_worker', 'wendeng.tianfu.pinganli'),
  property: hand('property_staff', 'wendeng.tianfu.pinganli'),
  nobody: { id: 'm_nobody', duties: [] },
}

const ofTheCommunity: Role[] = [
  'community_worker',
  'service_steward',
  'grid_worker',
  'property_staff',
  'building_leader',
]
const lines = (who: string, given: readonly Role[], at: readonly string[]) =>
  at.flatMap((placeId) => given.map((role) => `${who} ${role} ${placeId}`))

const everyCell = Object.keys(hands).flatMap((who) => lines(who, roles, places))
const [pinganli, liulin] = ['wendeng.tianfu.pinganli', 'wendeng.tianfu.liulin']

/** The cells of the table `who × role × place` of which a rule says yes. */
const where = (says: (one: Hand, post: { role: Role; placeId: string }) => boolean) =>
  everyCell.filter((cell) => {
    const [who = '', role = '', placeId = ''] = cell.split(' ')
    return says(hands[who]!, { role: role as Role, placeId })
  })

/** A duty of somebody else that somebody else gave. */
const held = (post: { role: Role; placeId: string }): Held => ({
  ...post,
  memberId: 'm_person',
  givenBy: 'm_giver',
})

describe('[P3] [P4] who may appoint whom, in every cell of who × role × place', () => {
  it('a community’s duties are given by its secretary or its street, building leaders by its workers too, a secretary by the street, and so on upward', () => {
    expect(where(mayGive).sort()).toEqual(
      [
        ...lines('secretary', ofTheCommunity, [pinganli]),
        ...lines('worker', ['building_leader'], [pinganli]),
        ...lines('street', [...ofTheCommunity, 'community_lead'], [pinganli, liulin]),
        ...lines('district', ['street_staff'], ['wendeng.tianfu', 'wendeng.longshan']),
        ...lines('operator', ['district_staff'], ['wendeng', 'huancui']),
      ].sort(),
    )
  })

  it('a second approval is needed for the street’s and the district’s, and for nothing else', () => {
    expect(roles.filter(needsApproval).sort()).toEqual(['district_staff', 'street_staff'])
  })

  it('the second approval is given by the district’s staff, or by an operator', () => {
    const seconds = where((one, post) => whyNotApprove(one, held(post)) === null)
    const places = ['wendeng.tianfu', 'wendeng.longshan']
    // A duty that lies at a place of another level cannot come to be: what is asked of one is of no matter.
    const real = seconds.filter(
      (cell) => !/street_staff (wendeng|huancui|.*\..*\..*)$|district_staff .*\./.test(cell),
    )
    expect(real.sort()).toEqual(
      [
        ...lines('district', ['street_staff'], places),
        ...lines('district', ['district_staff'], ['wendeng']),
        ...lines('operator', ['street_staff'], places),
        ...lines('operator', ['district_staff'], ['wendeng', 'huancui']),
      ].sort(),
    )
  })

  it('whoever gives a duty takes it away; what waits may also be refused by those who approve', () => {
    const gives = where(mayGive)
    for (const cell of gives) {
      const [who = '', role = '', placeId = ''] = cell.split(' ')
      const duty = held({ role: role as Role, placeId })
      expect(whyNotRevoke(hands[who]!, { ...duty, isWaiting: false })).toBeNull()
      expect(whyNotConfirm(hands[who]!, duty)).toBeNull()
    }
    const ofDistrict = held({ role: 'district_staff', placeId: 'wendeng' })
    expect(whyNotRevoke(hands.district!, { ...ofDistrict, isWaiting: false })).toBe('NOT_FOUND')
    expect(whyNotRevoke(hands.district!, { ...ofDistrict, isWaiting: true })).toBeNull()
    expect(whyNotConfirm(hands.district!, ofDistrict)).toBeNull()
  })

  it.each(['steward', 'grid', 'property', 'nobody'])('%s has no hand in any duty', (who) => {
    for (const placeId of places) {
      expect(looksAfter(hands[who]!, placeId)).toBe(false)
      for (const role of roles) {
        const duty = held({ role, placeId })
        expect(whyNotApprove(hands[who]!, duty)).toBe('NOT_FOUND')
        expect(whyNotConfirm(hands[who]!, duty)).toBe('NOT_FOUND')
        expect(whyNotRevoke(hands[who]!, { ...duty, isWaiting: true })).toBe('NOT_FOUND')
      }
    }
  })

  it('nobody appoints, approves, confirms or takes away what is their own, whatever else they are', () => {
    for (const one of Object.values(hands)) {
      expect(isOneself(one.id, one.id)).toBe(true)
      for (const role of roles)
        for (const placeId of places) {
          const own = { role, placeId, memberId: one.id, givenBy: 'm_giver' }
          expect(whyNotApprove(one, own)).not.toBeNull()
          expect(whyNotConfirm(one, own)).not.toBeNull()
          expect(whyNotRevoke(one, { ...own, isWaiting: false })).not.toBeNull()
        }
    }
  })

  it('nobody seconds what they gave themselves: one person is never enough', () => {
    const post = { role: 'street_staff', placeId: 'wendeng.tianfu', memberId: 'm_person' } as const
    expect(whyNotApprove(hands.district!, { ...post, givenBy: hands.district!.id })).toBe('NOT_ONESELF')
    expect(whyNotApprove(operatorHand('李工'), { ...post, givenBy: 'operator:李工' })).toBe('NOT_ONESELF')
    expect(whyNotApprove(operatorHand('王工'), { ...post, givenBy: 'operator:李工' })).toBeNull()
  })

  it('each looks after the places of their own scope', () => {
    const after = (who: string) => places.filter((placeId) => looksAfter(hands[who]!, placeId))
    expect(after('secretary')).toEqual([pinganli])
    expect(after('worker')).toEqual([pinganli])
    expect(after('street')).toEqual([pinganli, liulin])
    expect(after('district')).toEqual(['wendeng', 'wendeng.tianfu', 'wendeng.longshan'])
  })
})
