import { anyone, member, push, registered, resident, staff, timer, type Access } from '@contract/access'
import { actorOf, upgradeMember, type Actor, type Member } from '../../cloudfunctions/kit/actor'
import { admit } from '../../cloudfunctions/kit/guard'

const now = new Date('2026-11-21T08:00:00.000Z')
const street = 'wendeng.tianfu'
const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'

type Duty = Member['appointments'][number]

const duty = (
  role: Duty['role'],
  placeId: string,
  from = '2026-01-01T00:00:00.000Z',
  until?: string,
): Duty => ({
  role,
  placeId,
  from,
  until: until ?? null,
})

function person(home: string | null, ...appointments: Duty[]): Actor {
  const at = '2026-01-01T00:00:00.000Z'
  const residency = home && {
    communityId: home,
    householdId: 'h',
    building: '7',
    unit: '2',
    room: '301',
    verifiedAt: at,
  }
  const pickupTries = { left: 5, windowEndsAt: at }
  const document: Member = {
    _id: 'm_1',
    schemaVersion: 2,
    name: '张桂兰',
    residency: residency || null,
    registration: null,
    unread: 0,
    appointments,
    pickupTries,
    createdAt: at,
  }
  return actorOf('m_1', document, now)
}

/** A neighbour whose registration is in force with a community. */
const registeredWith = (communityId: string): Actor => {
  const { member: found } = person(pinganli)
  return actorOf('m_1', { ...found!, registration: { communityId, since: now.toISOString() } }, now)
}

const stranger = actorOf('m_2', null, now)
const neighbour = person(pinganli)
const worker = person(null, duty('community_worker', pinganli))

/** What the guard says: `in`, or the code of its refusal. */
function answer(access: Access, actor: Actor | null, input: unknown = {}): string {
  try {
    admit(access, actor, input)
    return 'in'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('[P1] the guard', () => {
  it('refuses an access that it does not know', () => {
    expect(answer({ kind: 'friend' } as unknown as Access, worker)).toBe('FORBIDDEN')
  })

  test.each<[string, Access, string[]]>([
    ['anyone', anyone(), ['in', 'in', 'in', 'in']],
    ['member', member(), ['UNAUTHENTICATED', 'in', 'in', 'in']],
    ['resident', resident(), ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'FORBIDDEN']],
    ['staff', staff(['community_worker'], 'document'), ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in']],
    ['registered', registered(), ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']],
    ['timer', timer(), ['in', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']],
    // WeChat may name a user; its function is closed to clients, and what it says counts only with its trace id.
    ['push', push(), ['in', 'in', 'in', 'in']],
  ])('%s: guest, stranger, resident, worker', (_kind, access, expected) => {
    expect([null, stranger, neighbour, worker].map((who) => answer(access, who))).toEqual(expected)
  })

  it('[D1] knows a registration only with the community that one lives in', () => {
    expect(answer(registered(), registeredWith(liulin))).toBe('FORBIDDEN')
    expect(answer(registered(), registeredWith(pinganli))).toBe('in')
  })

  test.each<[string, Duty, string]>([
    ['has not begun', duty('community_worker', pinganli, '2026-11-21T08:00:00.001Z'), 'FORBIDDEN'],
    [
      'ends at this very moment',
      duty('community_worker', pinganli, undefined, now.toISOString()),
      'FORBIDDEN',
    ],
    [
      'ended yesterday',
      duty('community_worker', pinganli, undefined, '2026-11-20T08:00:00.000Z'),
      'FORBIDDEN',
    ],
    ['is of another role', duty('service_steward', pinganli), 'FORBIDDEN'],
    ['begins at this very moment', duty('community_worker', pinganli, now.toISOString()), 'in'],
    [
      'has a millisecond left',
      duty('community_worker', pinganli, undefined, '2026-11-21T08:00:00.001Z'),
      'in',
    ],
  ])('a duty that %s', (_story, one, expected) => {
    expect(answer(staff(['community_worker'], 'document'), person(null, one))).toBe(expected)
  })

  test.each([
    ['a sibling', pinganli, liulin, 'NOT_FOUND'],
    ['the street above', pinganli, street, 'NOT_FOUND'],
    ['a place whose name only begins alike', `${street}.ping`, pinganli, 'NOT_FOUND'],
    ['a community that does not exist', pinganli, 'a1.b2.c3', 'NOT_FOUND'],
    ['its own community', pinganli, pinganli, 'in'],
    ['a community below it', street, pinganli, 'in'],
    ['everything below the district', 'wendeng', liulin, 'in'],
  ])('%s of a duty', (_story, placeId, communityId, expected) => {
    const access = staff(['community_worker'], 'input.communityId')
    expect(answer(access, person(null, duty('community_worker', placeId)), { communityId })).toBe(expected)
  })

  test.each([undefined, null, 7, {}, { $gt: '' }, [pinganli], ''])(
    'a community that is %j is none',
    (communityId) => {
      expect(answer(staff(['community_worker'], 'input.communityId'), worker, { communityId })).toBe(
        'NOT_FOUND',
      )
    },
  )

  it('[P3] finds a unit only where a duty reaches it, and by a duty that names none only for a whole place', () => {
    const access = staff(['building_leader', 'community_worker'], 'input.unit')
    const leads = (within?: Duty['within']) =>
      person(null, { ...duty('building_leader', pinganli), ...(within ? { within } : {}) })
    const unit = { communityId: pinganli, building: '8', unit: '1' }
    expect(answer(access, leads({ building: '8', units: ['1', '3'] }), unit)).toBe('in')
    expect(answer(access, leads({ building: '8', units: null }), unit)).toBe('in')
    expect(answer(access, worker, unit)).toBe('in')
    expect(answer(access, leads({ building: '8', units: ['2'] }), unit)).toBe('NOT_FOUND')
    expect(answer(access, leads({ building: '9', units: null }), unit)).toBe('NOT_FOUND')
    expect(answer(access, leads(), unit)).toBe('NOT_FOUND')
    expect(answer(access, worker, { ...unit, communityId: liulin })).toBe('NOT_FOUND')
    for (const bad of [undefined, null, { $gt: '' }, ['1']])
      expect(answer(access, leads({ building: '8', units: ['1'] }), { ...unit, unit: bad })).toBe('NOT_FOUND')
  })

  it('lets a handler see only the roles that the action names', () => {
    const both = person(null, duty('community_worker', pinganli), duty('service_steward', liulin))
    const seen = admit(staff(['service_steward'], 'document'), both, {})
    expect([seen?.covers(pinganli), seen?.covers(liulin)]).toEqual([false, true])
    expect(seen?.duties).toHaveLength(1)
  })
})

test('[O1] a member document of the first version is read as one without a registration or messages', () => {
  const { registration: _registration, unread: _unread, ...older } = neighbour.member!
  const upgraded = upgradeMember({ ...older, schemaVersion: 1 })
  expect(upgraded).toEqual({ ...neighbour.member, registration: null, unread: 0 })
  expect(upgradeMember(upgraded)).toBe(upgraded)
})
