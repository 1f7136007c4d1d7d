import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accept,
  dutyOf,
  expectSound,
  invited,
  inviting,
  liulin,
  pinganli,
  revoke,
  tokenIn,
  type Inviting,
} from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

const eight = { building: '8', units: ['2'] }
const leading = (fields: Partial<Inviting> = {}) =>
  inviting({ role: 'building_leader', within: eight, name: '吕梅', ...fields })
const invite = (who: Caller, fields: Partial<Inviting> = {}) => who.call('duties.invite', leading(fields))
const unit = (who: Caller, building: string, name: string) =>
  who.call('residency.unit', { communityId: pinganli, building, unit: name })
const someone = async () => (await cloud.residents(1, 0))[0]!

describe('[P3] nobody becomes a building leader', () => {
  it('of units that are not said, or are not on the roster', async () => {
    for (const within of [
      null,
      undefined,
      { building: '77', units: null },
      { building: '8', units: ['1', '9'] },
    ])
      expect(await invite(chen, { within })).toMatchObject({ code: 'INVALID_INPUT', detail: 'within' })
    for (const units of [[], ['1', '1'], Array.from({ length: 21 }, (_, index) => `${index}`)])
      expect(await invite(chen, { within: { building: '8', units } })).toMatchObject({
        code: 'INVALID_INPUT',
      })
  })

  it('in another community, or by whoever appoints nobody there', async () => {
    expect(await invite(chen, { placeId: liulin })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await invite(await cloud.staff('zhao'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await invite(await cloud.staff('ma'))).toMatchObject({ code: 'FORBIDDEN' })
    for (const who of ['zhao', 'lin'])
      expect(
        await (await cloud.staff(who)).call('duties.doors', { placeId: pinganli, building: null }),
      ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('and no other duty is over some units', async () => {
    const qian = await cloud.staff('qian')
    const reply = await qian.call('duties.invite', inviting({ within: eight }))
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: 'within' })
  })
})

describe('[P3] a building leader', () => {
  it('is chosen by building and unit: those that the roster has', async () => {
    const { compounds, units } = await chen.get('duties.doors', { placeId: pinganli, building: '8' })
    expect(compounds.map(({ name }) => name)).toEqual(['平安花园', '槐荫里'])
    expect(compounds[0]?.buildings[7]).toEqual({ name: '8 号楼', building: '8' })
    expect(units).toEqual(['1', '2'])
    expect(await chen.get('duties.doors', { placeId: pinganli, building: '99' })).toMatchObject({ units: [] })
  })

  it('sees own units and nothing else: invited, accepted, taken away, refused on the next call', async () => {
    const who = await someone()
    expect(await unit(who, '8', '2')).toMatchObject({ code: 'FORBIDDEN' })
    const { invitation, link } = await chen.get('duties.invite', leading())
    expect(invitation).toMatchObject({ role: 'building_leader', within: eight })
    const token = tokenIn(link)
    expect(await who.get('duties.invitation', { token })).toMatchObject({ within: eight })
    expect(await accept(who, token)).toMatchObject({ ok: true, data: { state: 'in_force' } })
    expect(await unit(who, '8', '2')).toMatchObject({ ok: true })
    for (const [building, name] of [
      ['8', '1'],
      ['9', '2'],
    ] as const)
      expect(await unit(who, building, name)).toMatchObject({ code: 'NOT_FOUND' })
    const { units } = await who.get('residency.myUnits', { communityId: pinganli })
    expect(units.map((one) => `${one.building}-${one.unit}`)).toEqual(['8-2'])
    expect(await who.get('community.me', {})).toMatchObject({ duties: [{ within: eight }] })
    const held = (await chen.get('duties.staff', { placeId: pinganli })).duties.find(
      ({ invitedName }) => invitedName === '吕梅',
    )
    expect(held).toMatchObject({ within: eight, may: ['confirm', 'revoke'] })
    expect(await revoke(chen, held!.id)).toMatchObject({ ok: true })
    expect(await unit(who, '8', '2')).toMatchObject({ code: 'FORBIDDEN' })
    await expectSound(cloud)
  })

  it('of the whole building sees each of its units; somebody invited anew, only the new ones', async () => {
    const who = await someone()
    await accept(who, await invited(chen, leading({ within: { building: '8', units: null } })))
    for (const name of ['1', '2']) expect(await unit(who, '8', name)).toMatchObject({ ok: true })
    const again = await invited(chen, leading())
    expect(await accept(who, again)).toMatchObject({ code: 'ALREADY_HELD' })
    const { duties } = await chen.get('duties.staff', { placeId: pinganli })
    const held = duties.find(({ within, state }) => state === 'in_force' && within?.units === null)
    await revoke(chen, held?.id ?? '')
    expect(await accept(who, again, undefined, newRequestId())).toMatchObject({ ok: true })
    expect(await unit(who, '8', '1')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('a worker confirms and takes away building leaders, and no other duty', async () => {
    const guo = await dutyOf(chen, pinganli, '郭建军')
    expect(guo.may).toEqual([])
    expect(await revoke(chen, guo.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await dutyOf(chen, pinganli, '马春兰')).may).toEqual(['confirm', 'revoke'])
  })
})
