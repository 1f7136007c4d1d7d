import { members } from '../cloudfunctions/kit/actor'
import { database } from '../cloudfunctions/kit/database'
import { memberIdOf, randomToken } from '../cloudfunctions/kit/ids'
import { chinaDay } from '../cloudfunctions/kit/time'
import { emptyAccount, nextEntry } from '../cloudfunctions/points/journal'
import { registrations } from '../cloudfunctions/party/store'
import { accounts, journals } from '../cloudfunctions/points/store'
import { grantDraft } from './grants'
import { registeredAt } from './members'
import { memberOf } from './people'
import { pinganli } from './places'

/**
 * Makes verified residents of the demo community, each with so many points, and on request registered with it: four
 * writes for all of them. The entries are those that `points/post.ts` would write, from the same pure rule.
 */
export async function makeResidents(count: number, points: number, registered: boolean, now: Date) {
  const openIds = Array.from({ length: count }, () => `demo-resident-${randomToken()}`)
  const db = database()
  const people = openIds.map((openId, index) => memberOf(someResident(openId, index), now))
  const verified = registered ? registeredAt(people, now) : { members: people, registrations: [] }
  await db.insertMany(members, verified.members)
  if (registered) await db.insertMany(registrations, verified.registrations)
  if (points > 0) {
    const entries = openIds.map((openId) => firstEntry(memberIdOf(openId), points, now))
    await db.insertMany(
      journals,
      entries.map(({ journal }) => journal),
    )
    await db.insertMany(
      accounts,
      entries.map(({ account }) => account),
    )
  }
  return openIds.map((openId) => ({ signInAs: openId }))
}

/** People who have never registered: nothing is written for them. */
export const makeVisitors = (count: number) =>
  Array.from({ length: count }, () => ({ signInAs: `demo-visitor-${randomToken()}` }))

const someResident = (openId: string, index: number) => ({
  openId,
  name: `${[...'王李张刘陈杨黄赵周吴'][index % 10]}${[...'安宁平顺和祥康乐'][index % 8]}`,
  home: {
    communityId: pinganli,
    building: String(1 + (index % 20)),
    unit: String(1 + (Math.floor(index / 20) % 3)),
    room: `${1 + (Math.floor(index / 60) % 17)}01`,
  },
  duty: null,
  registered: true,
})

function firstEntry(memberId: string, points: number, now: Date) {
  const grant = { key: `${memberId}:first`, points, title: '演示用积分', rule: null, yearsValid: 1 }
  return nextEntry(emptyAccount(pinganli, memberId), grantDraft(grant, memberId, now), chinaDay(now))
}
