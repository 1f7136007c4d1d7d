import type { Proxy } from '../../cloudfunctions/kit/proxies'
import type { CallInput } from '../support/caller'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'
import { stored } from '../residency/story'

export { later, minute, day, pinganli, liulin, stored } from '../residency/story'

/** A helper who begins to act for somebody. */
export const starting = (
  memberId: string,
  fields: Partial<CallInput<'proxy.start'>> = {},
): CallInput<'proxy.start'> => ({
  requestId: newRequestId(),
  memberId,
  as: 'staff',
  why: 'eyes',
  note: '',
  agreed: 'in_person',
  ...fields,
})

/** @returns the id of a 代办 that has begun */
export const started = async (
  helper: Caller,
  memberId: string,
  fields: Partial<CallInput<'proxy.start'>> = {},
): Promise<string> => (await helper.get('proxy.start', starting(memberId, fields))).id

export const end = (helper: Caller, proxyId: string) =>
  helper.call('proxy.end', { requestId: newRequestId(), proxyId })

export const confirm = (who: Caller, proxyId: string) =>
  who.call('proxy.confirm', { requestId: newRequestId(), proxyId })

export const object = (who: Caller, proxyId: string, text = '我没有同意过') =>
  who.call('proxy.object', { requestId: newRequestId(), proxyId, text })

export const settle = (who: Caller, proxyId: string, text = '已当面道歉，并退回积分') =>
  who.call('proxy.settle', { requestId: newRequestId(), proxyId, text })

export const records = async (who: Caller) => (await who.get('proxy.records', {})).records

export const messagesOf = async (who: Caller) => (await who.get('inbox.messages', {})).messages

/** A 代办 as it is stored. */
export const proxyOf = async (cloud: TestCloud, _id: string): Promise<Proxy> =>
  (await stored<Proxy>(cloud, 'proxies', { _id }))[0]!

/**
 * New residents each behind a door of their own, and their member ids; they are found by the new name that they get.
 */
export async function elders(cloud: TestCloud, count: number, points = 500) {
  const before = new Set((await stored<{ _id: string }>(cloud, 'members', {})).map(({ _id }) => _id))
  const people = []
  for (let index = 0; index < count; index += 1) {
    const [who] = await cloud.residents(1, points)
    const [made] = (await stored<{ _id: string }>(cloud, 'members', {})).filter(({ _id }) => !before.has(_id))
    const memberId = made?._id ?? ''
    before.add(memberId)
    const room = `${(doors += 1)}`
    await moveTo(cloud, memberId, { building: '9', unit: '1', room })
    people.push({ who: who!, memberId, room })
  }
  return people
}

let doors = 1000

/** Puts somebody behind a door of a community, as if they had been verified for it. */
export const moveTo = (
  cloud: TestCloud,
  memberId: string,
  door: { building: string; unit: string; room: string },
  communityId = 'wendeng.tianfu.pinganli',
) =>
  cloud.engine.modify({
    ...{ collection: 'members', filter: { _id: memberId } },
    change: {
      $set: {
        'residency.communityId': communityId,
        'residency.householdId': `${communityId}:${door.building}-${door.unit}-${door.room}`,
        'residency.building': door.building,
        'residency.unit': door.unit,
        'residency.room': door.room,
      },
    },
    ...{ replace: false, upsert: false, multi: false },
  })

/** Changes a member's document, as something else would have. */
export const change = (cloud: TestCloud, memberId: string, $set: object) =>
  cloud.engine.modify({
    ...{ collection: 'members', filter: { _id: memberId }, change: { $set } },
    ...{ replace: false, upsert: false, multi: false },
  })

/** The member id of a persona by the name that only it has. */
export const idOf = async (cloud: TestCloud, name: string): Promise<string> =>
  (await stored<{ _id: string }>(cloud, 'members', { name }))[0]?._id ?? ''
