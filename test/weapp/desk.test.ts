import { bounds } from '@contract/desk-bounds'
import { codeOf, later, minute, opened, scan, ticketOf } from '../desk/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

test('[W1] [P3] in WeChat a QR on a web page is scanned, compared and confirmed, and its desk ended', async () => {
  const page = await opened(cloud)
  const chen = await newPhone(cloud, 'chen')
  await chen.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: page.link })
  await chen.opens('features/desk/mine')
  await chen.sees('没有登录着的电脑')
  await chen.taps('扫码登录电脑')
  await chen.sees(page.number)
  await chen.sees('Windows 电脑 · Chrome 浏览器')
  await chen.taps('确认登录')
  await chen.sees('电脑已登录')
  expect(await ticketOf(cloud, page)).toContain('/@@/')
  await chen.taps('看看哪些电脑登录着')
  await chen.taps('退出')
  await chen.sees('没有登录着的电脑')
})

test('[W1] [P3] an expired QR, a re-used one and a resident are refused; WeChat’s own scanner opens the page', async () => {
  const [used, late] = [await opened(cloud), await opened(cloud)]
  await scan(await cloud.staff('sun'), used)
  const chen = await newPhone(cloud, 'chen')
  await chen.opens(`features/desk/confirm?q=${encodeURIComponent(used.link)}`)
  await chen.sees('这个二维码用过了')
  later(cloud, bounds.openMinutes * minute)
  await chen.opens(`features/desk/confirm?code=${codeOf(late)}`)
  await chen.sees('二维码过期了')
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens(`features/desk/confirm?code=${codeOf(late)}`)
  await zhang.sees('电脑登录只给工作人员')
})
