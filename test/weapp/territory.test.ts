import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[W1] [P1] in WeChat the secretary sees grids and buildings, and merges two grids with a reason', async () => {
  const qian = await newPhone(cloud, 'qian')
  await qian.opens('features/territory/tree')
  await qian.sees('平安花园')
  await qian.taps('建管网格')
  await qian.taps(/^建管二格/)
  await qian.sees('变更记录')
  await qian.taps('合并或撤销')
  await qian.taps('撤销')
  await qian.sees('请选楼栋去哪里')
  await qian.taps('并入建管一格')
  await qian.taps('合并')
  await qian.sees('请写原因')
  await qian.types('两格合一')
  await qian.taps('合并')
  await qian.sees('已经停用')
  await qian.sees(/两格合一$/)
})
