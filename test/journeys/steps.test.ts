import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson } from './person'

/** The title of the page of goods: what leads to it has other words. */
const goods = /^积分商品$/

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('to and fro between two pages fills no stack: the way back is as short as it was', async () => {
  const zhang = await newPerson(cloud.url)
  await zhang.signIn('王芳')
  await zhang.tap('积分')
  await zhang.tap('兑换商品')
  for (let round = 0; round < 3; round++) {
    await zhang.tap('我的兑换')
    await zhang.tap('去看看')
    // The page that is left has a heading of the same words as the button here.
    await zhang.page.waitForURL(/features\/points\/items/)
  }
  await zhang.page.goBack()
  await zhang.page.waitForURL(/pages\/points\/index/)
})

test('however fast the way back was, the same step leads on again', async () => {
  const zhang = await newPerson(cloud.url)
  await zhang.signIn('王芳')
  await zhang.tap('积分')
  await zhang.sees('兑换商品')
  // No time goes by: as for a hand that is faster than two taps can be told apart.
  await zhang.page.clock.setFixedTime(new Date())
  for (let round = 0; round < 2; round++) {
    await zhang.tap('兑换商品')
    await zhang.sees(goods)
    await zhang.page.goBack()
    await zhang.sees('兑换商品')
  }
})

test('a page whose code comes after one has gone back is not shown', async () => {
  const zhang = await newPerson(cloud.url)
  await zhang.signIn('王芳')
  await zhang.tap('积分')
  await zhang.tap('我的兑换')
  const isRedemptions = () => zhang.page.waitForURL(/features\/points\/redemptions/)
  await isRedemptions()
  let arrive: () => void = () => undefined
  const late = new Promise<void>((resolve) => (arrive = resolve))
  await zhang.page.route('**/*.js', (route) => late.then(() => route.continue()))
  await zhang.tap('去看看')
  await zhang.page.waitForURL(/features\/points\/items/)
  await zhang.page.goBack()
  await isRedemptions()
  const code = zhang.page.waitForResponse('**/*.js')
  arrive()
  await (await code).finished()
  // Nothing tells that a page was not shown; it would have been within a tenth of this.
  await zhang.page.waitForTimeout(1_000)
  expect(await zhang.page.getByText(goods).filter({ visible: true }).count()).toBe(0)
  await zhang.sees('还没有兑换过')
  await zhang.tap('去看看')
  await zhang.sees(goods)
  await zhang.page.goBack()
  await zhang.sees('还没有兑换过')
})
