import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[W1] [P1] in WeChat the secretary sees grids and buildings, and renames one with a reason', async () => {
  const qian = await newPhone(cloud, 'qian')
  await qian.opens('features/territory/tree')
  await qian.sees('平安花园')
  await qian.taps('建管网格')
  await qian.taps(/^建管二格/)
  await qian.sees('变更记录')
  await qian.taps('改名')
  await qian.types('建管东格')
  await qian.taps('改名')
  await qian.sees('请写原因')
  await qian.types('叫法统一', 1)
  await qian.taps(/^改名$/)
})
