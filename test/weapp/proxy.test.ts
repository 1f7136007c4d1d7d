import { object } from '../proxy/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone, type Phone } from './phone'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

const bar = /正在为张\*\*代办·还有\d+分钟/

/** 陈晓梅 begins to act for 张桂兰; building, unit and room are the fields. */
async function begins(chen: Phone): Promise<void> {
  await chen.opens('features/proxy/start?as=staff')
  await chen.sees('住在哪一户')
  await chen.types('7', 0)
  await chen.types('2', 1)
  await chen.types('301', 2)
  await chen.taps('找人')
  await chen.taps('张**')
  await chen.taps('看不清屏幕')
  await chen.taps('当面说好')
  await chen.taps('开始代办')
  await chen.sees(bar)
}

test('[W1] [P8] in WeChat a worker acts for an elder under a bar, and the elder confirms', async () => {
  const chen = await newPhone(cloud, 'chen')
  await begins(chen)
  await chen.opens('features/points/redemptions')
  await chen.sees(bar)
  await chen.opens('features/inbox/messages')
  await chen.sees('这件事不能代办')
  await chen.sees(bar)
  await chen.taps('结束')
  await chen.sees('代办结束了')
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens('features/proxy/records')
  await zhang.sees('等你确认')
  await zhang.taps('确认')
  await zhang.sees('已确认')
})

test('[W1] [P8] in WeChat what is over ends on the screen, and an objection is answered', async () => {
  const chen = await newPhone(cloud, 'chen')
  await begins(chen)
  const [proxy] = await cloud.engine.find({ collection: 'proxies', filter: { state: 'open' }, limit: 1 })
  await object(await cloud.resident('zhang'), String(proxy?._id))
  await chen.opens('features/points/redemptions')
  await chen.sees('代办结束了')
  const qian = await newPhone(cloud, 'qian')
  await qian.opens('features/proxy/objections')
  await qian.sees('本人说：我没有同意过')
})

test('[W1] [P8] in WeChat nobody of another community is found', async () => {
  const zhao = await newPhone(cloud, 'zhao')
  await zhao.opens('features/proxy/start?as=staff')
  await zhao.types('7', 0)
  await zhao.types('2', 1)
  await zhao.types('301', 2)
  await zhao.taps('找人')
  await zhao.sees('这一户还没有人登记')
})
