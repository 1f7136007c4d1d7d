import {
  appointed,
  accept,
  invited,
  inviting,
  phone,
  pinganli,
  tianfu,
  tokenIn,
  wendeng,
} from '../duties/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf, Stage } from './call'
import { idle } from './others'

export const duties: CallsOf<'duties'> = {
  staff: async ({ persona }) => [await persona('zhou'), { placeId: pinganli }],
  doors: async ({ persona }) => [await persona('zhou'), { placeId: pinganli, building: '8' }],
  invite: async ({ persona }) => [await persona('zhou'), inviting(leading)],
  revokeInvitation: async ({ persona }) => {
    const { invitation } = await (await persona('zhou')).get('duties.invite', inviting())
    return [await persona('zhou'), { requestId: newRequestId(), invitationId: invitation.id }]
  },
  invitation: async ({ persona, resident }) => [
    await resident(),
    { token: await invited(await persona('zhou')) },
  ],
  accept: async ({ persona, resident }) => [
    await resident(),
    { requestId: newRequestId(), token: await invited(await persona('zhou')), phone },
  ],
  decline: async ({ persona, resident }) => [
    await resident(),
    { requestId: newRequestId(), token: await invited(await persona('zhou')) },
  ],
  approve: async (stage) => [
    await stage.persona('he'),
    { requestId: newRequestId(), ...(await waiting(stage)) },
  ],
  confirm: async (stage) => [
    await stage.persona('zhou'),
    { requestId: newRequestId(), ...(await held(stage)) },
  ],
  revoke: async (stage) => [
    await stage.persona('zhou'),
    { requestId: newRequestId(), reason: '调走了', ...(await held(stage)) },
  ],
}

const leading = { role: 'building_leader' as const, within: { building: '8', units: ['1'] } }

/** A duty that 周敏 did not give: its giver is told as well. */
const held = async ({ cloud, persona }: Stage) => ({
  dutyId: (await appointed(cloud, await persona('qian'))).dutyId,
})

async function waiting({ persona, resident }: Stage) {
  const lin = await persona('lin')
  await accept(await resident(), await invited(lin, { role: 'street_staff', placeId: tianfu }))
  const found = (await lin.get('duties.staff', { placeId: tianfu })).duties
  return { dutyId: found.find(({ state }) => state === 'waiting')?.id ?? '' }
}

const district = (name: string) => ({ operator: '李工', placeId: wendeng, name, phone, lastDay: null })

const another = { id: `${wendeng}.another`, kind: 'street' as const, name: '新的街道' }

/** The operator's commands, and a run of the timer that finds nothing to do. */
export const dutyJobs: CallsOf<'jobs'> = {
  tendDuties: async (stage) => idle(stage),
  setPlaces: () => Promise.resolve(['timer', { operator: '李工', places: [another] }]),
  inviteDistrict: () => Promise.resolve(['timer', district('吴越')]),
  districtDuties: () => Promise.resolve(['timer', { placeId: wendeng }]),
  decideDuty: async ({ cloud, resident }) => {
    const invite = await cloud.timer('inviteDistrict', district('郑越'))
    await accept(await resident(), tokenIn(invite.ok ? invite.data.link : ''))
    const listed = await cloud.timer('districtDuties', { placeId: wendeng })
    const found = listed.ok ? listed.data.duties.find(({ state }) => state === 'waiting') : undefined
    return ['timer', { operator: '王工', dutyId: found?.id ?? '', decision: 'approve', reason: null }]
  },
}
