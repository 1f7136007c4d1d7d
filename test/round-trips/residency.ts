import { bind, codeFor, declaration, door, onRoster, pinganli, waiting } from '../residency/story'
import { applied, verify } from '../party/story'
import { newRequestId, type Caller } from '../support/cloud'
import type { CallsOf, Stage } from './call'

const inPinganli = { communityId: pinganli }
const request = () => ({ requestId: newRequestId() })

export const residency: CallsOf<'residency'> = {
  /** Of a resident; see home.ts for the others. */
  home: async (stage) => [await stage.resident(), {}],
  form: async (stage) => [await stranger(stage), inPinganli],
  declare: async (stage) => [await stranger(stage), declaration(onRoster)],
  withdraw: async (stage) => {
    const who = await stranger(stage)
    await who.get('residency.declare', declaration())
    return [who, request()]
  },
  bind: async (stage) => {
    const code = await codeFor(await stage.persona('chen'), '1', '102')
    return [await stranger(stage), { ...request(), ...inPinganli, ...door('1', '102'), code, name: '罗小明' }]
  },
  /** Of one whose registration (双报到) ends with it. */
  moveOut: async (stage) => {
    const who = await stage.resident()
    await verify(await stage.persona('chen'), (await applied(who)).id)
    return [who, request()]
  },
  requests: async (stage) => {
    await (await stranger(stage)).get('residency.declare', declaration(onRoster))
    return [await stage.persona('chen'), inPinganli]
  },
  verify: async (stage) => [await stage.persona('chen'), { ...request(), residencyId: await asked(stage) }],
  refuse: async (stage) => [
    await stage.persona('chen'),
    { ...request(), residencyId: await asked(stage), reason: '花名册上没有' },
  ],
  household: async (stage) => {
    const { chen } = await settled(stage, '202', true)
    return [chen, { ...inPinganli, ...door('1', '202') }]
  },
  end: async (stage) => {
    const { chen } = await settled(stage, '301')
    const { persons } = await chen.get('residency.household', { ...inPinganli, ...door('1', '301') })
    return [chen, { ...request(), memberId: persons[0]?.id ?? '', reason: '房子卖了' }]
  },
  strike: async ({ persona }) => [
    await persona('chen'),
    { ...request(), ...inPinganli, ...door('1', '101'), name: '马建业', reason: '搬走了' },
  ],
  flats: async ({ persona }) => [await persona('chen'), { ...inPinganli, building: '8', unit: '1' }],
  /** Of two flats: each more is one more. */
  issueCodes: async ({ persona }) => [
    await persona('chen'),
    { ...request(), ...inPinganli, building: '8', unit: '1', rooms: ['401', '402'] },
  ],
  myUnits: async ({ persona }) => [await persona('ma'), inPinganli],
  unit: async ({ persona }) => [await persona('ma'), { ...inPinganli, building: '8', unit: '1' }],
}

const stranger = async ({ cloud }: Stage): Promise<Caller> => (await cloud.strangers(1))[0]!

/** @returns the id of a request that waits */
async function asked(stage: Stage): Promise<string> {
  const name = `罗小明${newRequestId().slice(0, 8)}`
  await (await stranger(stage)).get('residency.declare', declaration({ name }))
  return (await waiting(await stage.persona('chen'))).find((one) => one.name === name)?.id ?? ''
}

/** Somebody is verified for a room of the first unit, or has moved out of it since. */
async function settled(stage: Stage, room: string, left = false) {
  const chen = await stage.persona('chen')
  const who = await stranger(stage)
  await bind(who, { unit: '1', room }, await codeFor(chen, '1', room))
  if (left) await who.get('residency.moveOut', request())
  return { chen, who }
}
