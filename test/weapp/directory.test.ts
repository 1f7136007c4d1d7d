import { startTestCloud, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[W1] [P9] in WeChat a number is found by what it is for, and the page of a worker takes one down', async () => {
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens(`features/directory/list?community=${pinganli}`)
  await zhang.sees('天福派出所')
  await zhang.types('食堂')
  await zhang.noLongerSees('天福派出所')
  await zhang.sees('平安里幸福食堂')
  await zhang.taps('0631-0000123')

  const zhao = await newPhone(cloud, 'zhao')
  await zhao.opens('features/directory/manage')
  await zhao.sees('柳林卫生站')
  await zhao.taps('撤下')
  await zhao.sees('撤下这个电话？')
})
