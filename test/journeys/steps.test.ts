import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson } from './person'

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
    await zhang.page.waitForURL(/features\/points\/items/)
    await zhang.sees('我的兑换')
    await zhang.page.goBack()
    await zhang.page.waitForURL(/pages\/points\/index/)
  }
})
