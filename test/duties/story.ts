import type { Role } from '@contract/access'
import type { Output } from '@contract/index'
import type { Filter } from '../../localcloud/engine/types'
import type { CallInput } from '../support/caller'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const wendeng = 'wendeng'
export const tianfu = 'wendeng.tianfu'
export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export const hour = 3_600_000
export const day = 24 * hour
export const phone = '13812345678'

export type StaffDuty = Output<'duties.staff'>['duties'][number]
export type Inviting = CallInput<'duties.invite'>

/** An invitation to be a grid worker of 平安里社区, unless a story needs another. */
export const inviting = (fields: Partial<Inviting> = {}): Inviting => ({
  requestId: newRequestId(),
  placeId: pinganli,
  role: 'grid_worker',
  name: '丁小燕',
  phone,
  lastDay: null,
  ...fields,
})

/** @returns what the link of a new invitation holds */
export const invited = async (giver: Caller, fields: Partial<Inviting> = {}): Promise<string> =>
  tokenIn((await giver.get('duties.invite', inviting(fields))).link)

export const tokenIn = (link: string): string => /[?&]code=([^&#]+)$/.exec(link)?.[1] ?? ''

export const accept = (who: Caller, token: string, number = phone, requestId = newRequestId()) =>
  who.call('duties.accept', { requestId, token, phone: number })

export const confirm = (who: Caller, dutyId: string, requestId = newRequestId()) =>
  who.call('duties.confirm', { requestId, dutyId })

export const approve = (who: Caller, dutyId: string, requestId = newRequestId()) =>
  who.call('duties.approve', { requestId, dutyId })

export const revoke = (who: Caller, dutyId: string, requestId = newRequestId()) =>
  who.call('duties.revoke', { requestId, dutyId, reason: '调到别的社区了' })

/** Somebody new with that duty. @returns them, and the duty's id */
export async function appointed(
  cloud: TestCloud,
  giver: Caller,
  fields: Partial<Inviting> = {},
): Promise<{ who: Caller; dutyId: string }> {
  const who = (await cloud.residents(1, 0))[0]!
  const reply = await accept(who, await invited(giver, fields))
  if (!reply.ok) throw new Error(reply.code)
  const { memberId } = await rowOf(cloud, who)
  const [duty] = await stored<{ _id: string }>(cloud, 'duties', { memberId })
  return { who, dutyId: duty?._id ?? '' }
}

/** The roles that the product says somebody has now. */
export const rolesOf = async (who: Caller): Promise<Role[]> =>
  (await who.get('community.me', {})).duties.map(({ role }) => role)

export const dutiesAt = async (who: Caller, placeId: string): Promise<StaffDuty[]> =>
  (await who.get('duties.staff', { placeId })).duties

/** The duty of somebody of that name at a place. */
export const dutyOf = async (who: Caller, placeId: string, name: string): Promise<StaffDuty> => {
  const found = (await dutiesAt(who, placeId)).find((duty) => duty.name === name)
  if (!found) throw new Error(`${name} has no duty at ${placeId}`)
  return found
}

/** Titles of the messages that somebody got, newest first. */
export const titlesOf = async (who: Caller): Promise<string[]> =>
  (await who.get('inbox.messages', {})).messages.map(({ title }) => title)

/** From now on the clocks of what duties go by are so far ahead. */
export const later = (cloud: TestCloud, ms: number) =>
  cloud.faults.set({ clockSkewMs: { duties: ms, jobs: ms, inbox: ms, community: ms } })

/** Documents as they are stored. */
export const stored = async <D>(cloud: TestCloud, collection: string, filter: Filter): Promise<D[]> =>
  (await cloud.engine.find({ collection, filter })) as unknown as D[]

/** The document of the last duty that was accepted by somebody: found by the message that it left. */
async function rowOf(cloud: TestCloud, who: Caller): Promise<{ memberId: string }> {
  const { messages } = await who.get('inbox.messages', {})
  const [row] = await stored<{ memberId: string }>(cloud, 'messages', { _id: messages[0]?.id ?? '' })
  return row ?? { memberId: '' }
}

interface StoredDuty {
  memberId: string
  role: Role
  placeId: string
  state: string
}

/**
 * What must hold whatever happened: the members' own documents, which the guard reads, say exactly what the duties say
 * that are in force; nothing is gone half; and each invitation that is used has neither a number nor two people.
 */
export async function expectSound(cloud: TestCloud): Promise<void> {
  const [duties, people, invitations] = await Promise.all([
    stored<StoredDuty>(cloud, 'duties', {}),
    stored<{ _id: string; appointments: { role: string; placeId: string }[] }>(cloud, 'members', {}),
    stored<{ state: string; phone: unknown; acceptedBy: string | null }>(cloud, 'invitations', {}),
  ])
  const inForce = duties
    .filter(({ state }) => state === 'in_force' || state === 'due')
    .map(({ memberId, role, placeId }) => `${memberId} ${role} ${placeId}`)
  const appointments = people.flatMap((member) =>
    member.appointments.map(({ role, placeId }) => `${member._id} ${role} ${placeId}`),
  )
  expect(appointments.sort()).toEqual(inForce.sort())
  for (const { state, phone: kept, acceptedBy } of invitations) {
    expect(kept === null).toBe(state !== 'open')
    expect(acceptedBy !== null).toBe(state === 'accepted')
  }
}
