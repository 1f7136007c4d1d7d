import { startTestCloud, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { newPerson, withFingerAndMouse, type Person } from './person'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

describe('a community worker and a resident', () => {
  withFingerAndMouse(
    'an item with a photo is offered, changed, restocked, closed and opened',
    async (touch) => {
      const name = touch ? '保温杯一' : '保温杯二'
      const chen = await newPerson(cloud.url, { touch })
      const zhang = await newPerson(cloud.url, { touch })
      await chen.signIn('陈晓梅')
      await zhang.signIn('张桂兰')

      await create(chen, name)
      await zhang.goTo(`features/points/items?community=${pinganli}`)
      await zhang.tap(`${name} 30 分 剩 8 份`)
      await zhang.sees('兑换（30 分）')
      await zhang.page.locator(`img[alt="${name}"]`).evaluate(decoded)

      await chen.types('所需积分', '35')
      await chen.tap('保存修改')
      await chen.sees('已保存')
      await chen.types('补货或减少', '5')
      await chen.tap('增加')
      await chen.sees('已增加 5 份，现在还能换 13 份')
      await zhang.tap('刷新')
      await zhang.sees('兑换（35 分）')
      await zhang.sees('剩 13 份')

      await chen.tap('开放兑换')
      await chen.sees('已关闭，换好的照常领取')
      await zhang.tap('刷新')
      await zhang.sees('这件商品暂停兑换')
      await chen.tap('开放兑换')
      await chen.sees('已开放，居民可以兑换')
      await zhang.tap('刷新')
      await zhang.sees('兑换（35 分）')
    },
  )
})

async function create(chen: Person, name: string) {
  await chen.tap(/^商品管理/)
  await chen.tap('添加商品')
  const picture = await chen.page.screenshot()
  const choosing = chen.page.waitForEvent('filechooser')
  await chen.tap('添加照片')
  await (await choosing).setFiles({ name: '杯子.png', mimeType: 'image/png', buffer: picture })
  await chen.types('名称', name)
  await chen.types('所需积分', '30')
  await chen.types('库存', '8')
  await chen.types('说明', '不锈钢，500 毫升')
  await chen.types('领取地点', '1 号驿站（7 号楼架空层）')
  await chen.types('领取时间', '每天 9:00–11:30')
  await chen.sees('换一张')
  await chen.page.getByText('正在上传…').waitFor({ state: 'detached' })
  await chen.tap('添加商品')
  await chen.sees('修改商品')
}

/** Ends once the picture is there; throws when it is none. */
const decoded = (image: Element) => (image as HTMLImageElement).decode()
