import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { elders, end, idOf, moveTo, pinganli, records, started, starting } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

const find = (who: Caller, fields: object = {}) =>
  who.call('proxy.find', { communityId: pinganli, building: '9号楼', unit: '1单元', room: '0', ...fields })

describe('[P8] whom a helper finds', () => {
  it('is nobody beyond the own duty', async () => {
    const [elder] = await elders(cloud, 1)
    expect(await find(await cloud.staff('zhao'), { room: elder!.room })).toMatchObject({ code: 'NOT_FOUND' })
    for (const who of ['li', 'zhou', 'sun', 'visitor'])
      expect(await find(await cloud.staff(who), { room: elder!.room })).toMatchObject({ code: 'FORBIDDEN' })
    // A building leader reaches the own unit, 8 号楼 1 单元.
    const ma = await cloud.staff('ma')
    expect(await find(ma, { room: elder!.room })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await find(ma, { building: '8', unit: '2', room: '301' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await find(ma, { building: '8', unit: '1', room: '302' })).toMatchObject({ ok: true })
    expect(await find(chen, { room: '!' })).toMatchObject({ code: 'INVALID_INPUT', detail: 'room' })
  })

  it('is who is verified for the door, with a masked name', async () => {
    const [elder] = await elders(cloud, 1)
    const found = await find(chen, { room: elder!.room })
    expect(found).toMatchObject({ ok: true, data: { persons: [{ memberId: elder!.memberId }] } })
    expect(found.ok && found.data.persons[0]?.name).toMatch(/^.\*$/)
  })
})

describe('[P8] a family', () => {
  it('is the household and nobody else; one helps the other until one of them moves', async () => {
    const [mother, son, neighbour] = await elders(cloud, 3)
    const door = { building: '9', unit: '1', room: mother!.room }
    await moveTo(cloud, son!.memberId, door)
    const family = async (who: Caller) =>
      (await who.get('proxy.family', {})).persons.map(({ memberId }) => memberId)
    expect(await family(neighbour!.who)).toEqual([])
    expect(await family(son!.who)).toEqual([mother!.memberId])
    expect(
      await neighbour!.who.call('proxy.start', starting(mother!.memberId, { as: 'family' })),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(await son!.who.call('proxy.start', starting(mother!.memberId))).toMatchObject({
      code: 'NOT_FOUND',
    })
    const proxyId = await started(son!.who, mother!.memberId, { as: 'family' })
    const helper = son!.who.onBehalf(proxyId)
    expect(await helper.call('points.overview', {})).toMatchObject({ ok: true })
    expect(await records(mother!.who)).toMatchObject([{ as: 'family', state: 'open' }])
    await moveTo(cloud, son!.memberId, { ...door, room: '2999' })
    expect(await helper.call('points.overview', {})).toMatchObject({ code: 'PROXY_OVER' })
  })

  it('a visitor has none, and a helper ends nobody else’s', async () => {
    expect(await (await cloud.resident('visitor')).call('proxy.family', {})).toMatchObject({
      code: 'FORBIDDEN',
    })
    const [elder] = await elders(cloud, 1)
    const proxyId = await started(chen, elder!.memberId)
    expect(await end(await cloud.staff('guo'), proxyId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await end(elder!.who, proxyId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await end(chen, proxyId)).toMatchObject({ ok: true, data: { state: 'ended' } })
    expect(await end(chen, proxyId)).toMatchObject({ ok: true, data: { state: 'ended' } })
  })

  it('a helper who is of another community finds nobody by a member’s id', async () => {
    const zhang = await idOf(cloud, '张桂兰')
    const zhao = await cloud.staff('zhao')
    expect(await zhao.call('proxy.start', starting(zhang))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await zhao.call('proxy.start', starting(`m_${'a'.repeat(22)}`))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
