import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

test('[P5] [W1] a worker exports the goods, is told when the file does not come, and opens it in WeChat', async () => {
  const { program, ...chen } = await newPhone(cloud, 'chen')
  await chen.opens('features/exports/list')
  await chen.taps('商品库存')
  await chen.taps('导出')
  await chen.sees('做好了')
  await program.mockWxMethod('openDocument', { errMsg: 'openDocument:ok' })
  await program.mockWxMethod('downloadFile', { errMsg: 'downloadFile:fail url not in domain list' })
  await chen.taps('取表格')
  await chen.sees('没取下来，看看网络，再点一次')
  await program.mockWxMethod('downloadFile', { errMsg: 'downloadFile:ok', statusCode: 200 })
  await chen.taps('取表格')
  await chen.sees('取过了')
})
