import { declaration, codeFor, pinganli } from '../../residency/story'
import { newRequestId } from '../../support/cloud'
import { pair, type Pairs } from './pair'

/** 住址. */
export const residencyPairs: Pairs = ({ cloud, chen }) => {
  const stranger = async () => (await cloud.strangers(1))[0]!
  let people = 0
  const waiting = async () => {
    const name = `罗小${'甲乙丙丁'.charAt((people += 1) % 4)}${people}`
    await (await stranger()).get('residency.declare', declaration({ name }))
    const { requests } = await chen.get('residency.requests', { communityId: pinganli })
    return requests.find((one) => one.name === name)?.id ?? ''
  }
  const bindingTo = async (room: string) => ({
    ...{ communityId: pinganli, building: '8', unit: '1', room, name: '罗小明' },
    code: await codeFor(chen, '1', room),
  })
  const boundTo = async (room: string) => {
    const who = await stranger()
    await who.get('residency.bind', { requestId: newRequestId(), ...(await bindingTo(room)) })
    const { persons } = await chen.get('residency.household', {
      ...{ communityId: pinganli, building: '8', unit: '1', room },
    })
    return persons[0]?.id ?? ''
  }
  const rooms = ['501', '502'].values()
  const doors = ['601', '602'].values()

  return {
    'residency.declare': async () => ({
      who: await stranger(),
      inputs: [declaration(), declaration({ room: '502' })],
      alone: true,
    }),
    'residency.bind': async () => ({
      who: await stranger(),
      inputs: [await bindingTo('301'), await bindingTo('302')],
      alone: true,
    }),
    'residency.verify': () => pair(chen, async () => ({ residencyId: await waiting() })),
    'residency.refuse': () =>
      pair(chen, async () => ({ residencyId: await waiting(), reason: '花名册上没有' })),
    'residency.end': () =>
      pair(chen, async () => ({ memberId: await boundTo(String(rooms.next().value)), reason: '房子卖了' })),
    'residency.strike': () =>
      pair(chen, async () => {
        const at = { communityId: pinganli, building: '8', unit: '2', room: String(doors.next().value) }
        const { roster } = await chen.get('residency.household', at)
        return { ...at, name: roster[0]?.name ?? '', reason: '去世了' }
      }),
    'residency.issueCodes': async () => {
      const at = { communityId: pinganli, building: '8', unit: '1' }
      return {
        who: chen,
        inputs: [
          { ...at, rooms: ['401'] },
          { ...at, rooms: ['402'] },
        ],
      }
    },
  }
}
