import { newItem } from '../points/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone, type Phone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

const depthOf = ({ program }: Phone): Promise<number> => program.evaluate(() => getCurrentPages().length)

describe('going from page to page, in WeChat', () => {
  test('[W1] to and fro between two pages goes back to the one that is open', async () => {
    const phone = await newPhone(cloud, 'new')
    await phone.opens('pages/points/index')
    await phone.taps('兑换商品')
    for (let round = 0; round < 3; round++) {
      await phone.taps('我的兑换')
      await phone.taps('去看看')
      await phone.sees('我的兑换')
    }
    expect(await depthOf(phone)).toBe(2)
  })

  test('[W1] on the tenth page, on which WeChat lays no other, a tap still leads on', async () => {
    const item = await newItem(await cloud.staff('chen'), { name: '洗衣液' })
    const phone = await newPhone(cloud, 'new')
    await phone.opens('pages/points/index')
    await phone.sees('我的兑换')
    for (let page = 2; page <= 9; page++)
      await phone.program.callWxMethod('navigateTo', { url: `/features/points/item?id=${item.id}&n=${page}` })
    await phone.program.callWxMethod('navigateTo', { url: '/features/points/items' })
    expect(await depthOf(phone)).toBe(10)
    await phone.taps('我的兑换')
    await phone.sees('去看看')
    expect(await depthOf(phone)).toBe(10)
  })
})
