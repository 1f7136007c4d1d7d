import { startTestCloud, type TestCloud } from '../support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

const pinganli = {
  id: 'wendeng.tianfu.pinganli',
  name: '平安里社区',
  streetName: '天福街道',
  phone: '0631-0000101',
}

describe('who I am here', () => {
  test('nobody without a log-in', async () => {
    expect(await cloud.guest().call('community.me', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('a visitor has no name, no home and no duty', async () => {
    const me = await (await cloud.resident('visitor')).get('community.me', {})
    expect(me).toEqual({ name: null, residency: null, duties: [], deskUntil: null })
  })

  test('a resident sees the own door and the own name', async () => {
    expect(await (await cloud.resident('zhang')).get('community.me', {})).toEqual({
      name: '张桂兰',
      residency: { community: pinganli, building: '7', unit: '2', room: '301' },
      duties: [],
      deskUntil: null,
    })
  })

  test('a worker of the sub-district has all its communities, a community worker one', async () => {
    const zhou = await (await cloud.staff('zhou')).get('community.me', {})
    expect(zhou.duties).toMatchObject([{ role: 'street_staff', placeName: '天福街道' }])
    expect(zhou.duties[0]?.communities.map(({ name }) => name)).toEqual(['柳林社区', '平安里社区'])
    const chen = await (await cloud.staff('chen')).get('community.me', {})
    expect(chen.duties[0]?.communities).toEqual([pinganli])
    const lin = await (await cloud.staff('lin')).get('community.me', {})
    expect(lin.duties).toMatchObject([{ role: 'district_staff', placeName: '文登区' }])
    expect(lin.duties[0]?.communities).toHaveLength(2)
  })
})

describe('the communities', () => {
  test('can be seen by anybody, with their telephone', async () => {
    const { communities } = await cloud.guest().get('community.communities', {})
    expect(communities).toHaveLength(2)
    expect(communities).toContainEqual(pinganli)
  })
})
