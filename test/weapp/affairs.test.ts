import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

const title = '三号门的灯不亮'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

test('[W1] [A2] [A8] a report in WeChat is answered, the message leads to it, one tap rates it', async () => {
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens('features/affairs/report?kind=report')
  await zhang.sees('说说发生了什么')
  await zhang.types(title)
  await zhang.taps('公共设施')
  await zhang.taps('提交')
  await zhang.sees('提交好了，已经收到')
  await zhang.sees(/\d{6}-\d{5}/)

  const chen = await newPhone(cloud, 'chen')
  await chen.opens('features/affairs/queue')
  await chen.taps(new RegExp(title))
  await chen.sees('答复居民')
  expect(await chen.reads()).not.toContain('桂兰')
  await chen.taps('已修好')
  await chen.taps('发送答复')
  await chen.sees('答复已发给居民')

  await zhang.opens('features/inbox/messages')
  await zhang.taps(/您反映的事办好了/)
  await zhang.sees('社区答复')
  expect(await zhang.where()).toBe('features/affairs/case')
  await zhang.taps('满意')
  await zhang.sees('已结束：已解决')
})

test('[W1] [A1] a guest reads in WeChat what was answered in public', async () => {
  const guest = await newPhone(cloud, 'guest')
  await guest.opens('pages/affairs/index')
  await guest.sees('登录后看你的诉求')
  await guest.taps(/^邻居们的建议和答复/)
  await guest.taps(/^平安里社区/)
  await guest.sees('社区答复')
})
