import { householdIdOf, households, type Household } from '../cloudfunctions/community/roster'
import { database } from '../cloudfunctions/kit/database'
import { declare } from '../cloudfunctions/residency/declare'
import { act } from './act'
import { pinganli } from './places'

const dayMs = 86_400_000

/** The roster of 8 号楼, two units of six floors: who lives there is invented, and so are the numbers. */
const doors = ['1', '2'].flatMap((unit) =>
  [1, 2, 3, 4, 5, 6].flatMap((floor) => [1, 2].map((flat) => ({ unit, room: `${floor}0${flat}` }))),
)

const surnames = [...'赵钱孙李周郑冯陈沈韩杨朱']
const givenNames = ['玉梅', '德福', '秋菊', '永强', '淑兰', '志远', '春生', '彩霞']

/** The people of some doors that the demo and its tests speak of. */
const known: Record<string, readonly [name: string, phone: string][]> = {
  '1-101': [
    ['马春兰', '13200000001'],
    ['马建业', '13200000002'],
  ],
  '1-201': [['孔德明', '13200000003']],
  '2-301': [
    ['吴小雨', '13200000021'],
    ['吴国栋', '13200000022'],
  ],
}

/**
 * The roster of one building, and 吴小雨, who waits to be verified for it. Every step can be repeated.
 * @param start a time of the day of the demo's first start
 */
export async function moveIn(start: Date): Promise<void> {
  const db = database()
  await Promise.all(doors.map((door, index) => db.put(households, householdAt(door, index, start))))
  const input = {
    requestId: 'demo-declare-wu-0',
    communityId: pinganli,
    compound: '平安花园',
    building: '8号楼',
    unit: '2',
    room: '301',
    name: '吴小雨',
    phone: '13200000021',
  }
  await act('residency.declare', declare, 'wu', input, new Date(start.getTime() - dayMs))
}

function householdAt({ unit, room }: (typeof doors)[number], index: number, at: Date): Household {
  const somebody = `${surnames[index % surnames.length]}${givenNames[index % givenNames.length]}`
  const people = known[`${unit}-${room}`] ?? [[somebody, `132000001${String(index).padStart(2, '0')}`]]
  return {
    _id: householdIdOf(pinganli, { building: '8', unit, room }),
    schemaVersion: 1,
    communityId: pinganli,
    building: '8',
    unit,
    room,
    persons: people.map(([name, phone]) => ({ name, phone, note: '' })),
    writtenBy: 'demo',
    writtenAt: at.toISOString(),
  }
}
